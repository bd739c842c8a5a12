namespace Campaigns.Api.Auth;

/// <summary>A token cannot be judged, since the issuer's keys cannot be had for now.</summary>
internal sealed class SigningKeysUnavailableException() : Exception("The issuer's signing keys cannot be loaded.")
{
    /// <summary>When it is worth asking again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
}
