namespace Campaigns.Silo.Configuration;

/// <summary>Addresses of others on the web, and which of them are believed.</summary>
internal static class WebAddress
{
    /// <summary>
    /// A provider's address. A stand-in on this machine, or without TLS, is a choice that has to be made: keys would go to it, and what it
    /// answers would be taken for the platform's word.
    /// </summary>
    public static Uri? Provider(this Variables variables, string name, bool sandbox, string example)
    {
        if (variables.Text(name) is not { } text)
            return null;
        if (Read(text) is not { } address || address.Query.Length > 0 || address.Fragment.Length > 0)
            variables.Refuse(name, "is not an http(s) address without a query", example);
        else if (!sandbox && address.IsLoopback)
            variables.Refuse(name, "points to this machine, which is allowed only with CAMPAIGNS_SANDBOX=true", example);
        else if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            variables.Refuse(name, "is plain http, which is allowed only on this machine and with CAMPAIGNS_SANDBOX=true", example);
        else
            return address;
        return null;
    }

    /// <summary>Where others reach us; null when it is not set or wrong.</summary>
    public static Uri? Own(this Variables variables, string name, string example)
    {
        if (variables.Text(name) is not { } text)
            return null;
        if (Read(text) is { Query: "", Fragment: "" } address)
            return address;
        variables.Refuse(name, "is not an http(s) address without a query", example);
        return null;
    }

    /// <summary>Origins as browsers send them: scheme, host and port, nothing after.</summary>
    public static IReadOnlyList<string> Origins(this Variables variables, string name)
    {
        var origins = variables.List(name);
        foreach (var origin in origins)
        {
            if (Read(origin) is not { } address || address.GetLeftPart(UriPartial.Authority) != origin)
                variables.Refuse(
                    name,
                    $"holds '{origin}', which is no origin: scheme, host and port in small letters, and no slash after them",
                    "https://app.example.com,http://localhost:5173"
                );
        }

        return origins;
    }

    private static Uri? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0
        && address.UserInfo.Length == 0
            ? address
            : null;
}
