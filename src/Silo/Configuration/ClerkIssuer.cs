using System.Text;

namespace Campaigns.Silo.Configuration;

/// <summary>Where session tokens come from: named outright, or told by the publishable key, which is the front end's host in base64.</summary>
internal static class ClerkIssuer
{
    private const string Issuer = "CLERK_ISSUER";
    private const string PublishableKey = "VITE_CLERK_PUBLISHABLE_KEY";
    private const string Example = "https://clever-cat-1.clerk.accounts.dev";

    /// <summary>The exact <c>iss</c> of the tokens, without a slash at its end; null when it is not known, which is a problem.</summary>
    public static string? Read(Variables variables, bool sandbox)
    {
        if (variables.Text(Issuer) is not null)
            return variables.Provider(Issuer, sandbox, Example) is { } address ? WithoutSlash(variables, address) : null;
        if (variables.Text(PublishableKey) is not { } key)
        {
            variables.Refuse(Issuer, $"is not set, and neither is {PublishableKey}: nobody could sign in", Example);
            return null;
        }

        if (HostIn(key) is { } host)
            return $"https://{host}";
        variables.Refuse(
            PublishableKey,
            "is no publishable key of Clerk: pk_test_ or pk_live_ and a host in base64",
            "pk_test_Y2xldmVyLWNhdC0xLmNsZXJrLmFjY291bnRzLmRldiQ"
        );
        return null;
    }

    private static string? WithoutSlash(Variables variables, Uri address)
    {
        if (!variables.Text(Issuer)!.EndsWith('/'))
            return variables.Text(Issuer);
        variables.Refuse(Issuer, "ends with a slash, which the issuer in tokens does not", address.AbsoluteUri.TrimEnd('/'));
        return null;
    }

    private static string? HostIn(string key)
    {
        var encoded =
            key.StartsWith("pk_test_", StringComparison.Ordinal) || key.StartsWith("pk_live_", StringComparison.Ordinal) ? key[8..] : "";
        encoded = encoded.TrimEnd('=').PadRight((encoded.TrimEnd('=').Length + 3) / 4 * 4, '='); // the padding may be missing
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
            return null;
        var host = Encoding.UTF8.GetString(bytes, 0, length);
        return host.EndsWith('$') && Uri.CheckHostName(host[..^1]) is UriHostNameType.Dns ? host[..^1] : null;
    }
}
