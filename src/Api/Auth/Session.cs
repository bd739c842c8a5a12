using Microsoft.IdentityModel.Tokens;

namespace Campaigns.Api.Auth;

/// <summary>What a session token says that is good but for the time.</summary>
/// <param name="Caller">Who shows it, as far as the token tells; <see cref="Auth.Caller.Until"/> is when it ends.</param>
/// <param name="From">When it begins, the clocks' difference allowed for.</param>
internal sealed record Session(Caller Caller, DateTimeOffset From)
{
    /// <summary>The caller, if the token is good now.</summary>
    /// <exception cref="SecurityTokenException">It has expired, or is from the future.</exception>
    public Caller At(DateTimeOffset now)
    {
        if (now >= Caller.Until)
            throw new SecurityTokenException("The token has expired.");
        return now >= From ? Caller : throw new SecurityTokenException("The token is from the future.");
    }
}
