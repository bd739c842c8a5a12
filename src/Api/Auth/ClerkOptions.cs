namespace Campaigns.Api.Auth;

/// <summary>Whose session tokens are believed.</summary>
/// <param name="Issuer">The exact <c>iss</c> of the tokens; the keys are at its <c>/.well-known/jwks.json</c>.</param>
/// <param name="AuthorizedParties">Origins of the front ends whose tokens (<c>azp</c>) are accepted; never empty.</param>
/// <param name="AllowLoopbackHttp">Believe an issuer at <c>http://</c> on this machine: for the sandbox only.</param>
public sealed record ClerkOptions(string Issuer, IReadOnlyCollection<string> AuthorizedParties, bool AllowLoopbackHttp = false)
{
    /// <summary>User ids of those who operate the system, whatever tenant they are in.</summary>
    public IReadOnlyCollection<string> SuperAdmins { get; init; } = [];

    /// <summary>What Clerk signs its messages to us with; empty: none is believed.</summary>
    public ReadOnlyMemory<byte> WebhookKey { get; init; }

    /// <summary>How far the clocks of issuer and this machine may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    internal Uri KeysAddress => new($"{Issuer}/.well-known/jwks.json");

    /// <summary>The same options, checked.</summary>
    /// <exception cref="ArgumentException">What is wrong, named as the environment variable it comes from.</exception>
    internal ClerkOptions Checked()
    {
        if (
            !Uri.TryCreate(Issuer, UriKind.Absolute, out var issuer)
            || Issuer.EndsWith('/')
            || issuer.Query.Length > 0
            || issuer.Fragment.Length > 0
        )
            throw new ArgumentException($"CLERK_ISSUER must be an absolute address without a slash at its end, not '{Issuer}'.");
        if (issuer.Scheme != Uri.UriSchemeHttps && !(issuer.Scheme == Uri.UriSchemeHttp && issuer.IsLoopback && AllowLoopbackHttp))
            throw new ArgumentException($"CLERK_ISSUER must be https (http only on this machine, with the sandbox on), not '{Issuer}'.");
        if (AuthorizedParties.Count == 0)
            throw new ArgumentException("CLERK_AUTHORIZED_PARTIES must name at least one origin.");
        return this;
    }
}
