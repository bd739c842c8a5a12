namespace Campaigns.Domain.Webhooks;

/// <summary>What an address must look like. What its name leads to is looked at with every connection.</summary>
public static class WebhookUrlRule
{
    private const int Longest = 2000;

    /// <summary>Null when it keeps the rules.</summary>
    /// <param name="url">The address.</param>
    /// <param name="loopbackAllowed">Whether this very machine may be told, without encryption: true in the sandbox alone.</param>
    public static Refusal? Check(string? url, bool loopbackAllowed) =>
        url switch
        {
            null or "" => Refusal.WebhookUrlMalformed("An address is needed."),
            { Length: > Longest } => Refusal.WebhookUrlMalformed($"An address has at most {Longest} characters."),
            _ when url.Any(sign => sign is <= ' ' or > '~') => Refusal.WebhookUrlMalformed(
                "An address has printable ASCII characters only."
            ),
            _ when !Uri.TryCreate(url, UriKind.Absolute, out var uri) => Refusal.WebhookUrlMalformed("It is no absolute address."),
            _ => Check(new Uri(url), loopbackAllowed),
        };

    private static Refusal? Check(Uri uri, bool loopbackAllowed)
    {
        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
            return Refusal.WebhookUrlMalformed("An address has no user name, password or fragment.");
        if (uri.IsLoopback && loopbackAllowed && uri.Scheme is "http" or "https")
            return null;
        if (uri.Scheme != "https")
            return Refusal.WebhookUrlMalformed("An address begins with https://.");
        // A name alone, or a number, is of some private network, or hides where it leads.
        return uri.HostNameType is UriHostNameType.Dns && uri.Host.Trim('.').Contains('.', StringComparison.Ordinal)
            ? null
            : Refusal.WebhookUrlMalformed("An address names a public host, such as hooks.example.com.");
    }
}
