using System.Net;
using Campaigns.Grains.Limits;

namespace Campaigns.Silo.Configuration;

/// <summary>What strangers may ask of this process, and how often.</summary>
internal sealed record EdgeSettings
{
    /// <summary>Operations at the API.</summary>
    public required RateLimit ApiLimit { get; init; }

    /// <summary>Requests to AI providers.</summary>
    public required RateLimit AiLimit { get; init; }

    /// <summary>Proxies whose word on where a request comes from is believed; empty: nobody's is.</summary>
    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary>Folder or file of stored documents; null: none are.</summary>
    public required string? PersistedDocuments { get; init; }

    /// <summary>Whether nothing but those is executed.</summary>
    public required bool PersistedOnly { get; init; }

    /// <summary>Whether the schema may be asked for.</summary>
    public required bool Introspection { get; init; }

    public static EdgeSettings Read(Variables variables)
    {
        const string only = "CAMPAIGNS_PERSISTED_ONLY";
        var documents = variables.Text("CAMPAIGNS_PERSISTED_DOCUMENTS");
        if (documents is not null && !Path.Exists(documents))
            variables.Refuse("CAMPAIGNS_PERSISTED_DOCUMENTS", "is neither a folder nor a file", "/etc/campaigns/documents");
        var persistedOnly = variables.Flag(only);
        if (persistedOnly && documents is null)
            variables.Refuse(only, "is true without CAMPAIGNS_PERSISTED_DOCUMENTS: nothing at all could be asked");
        return new()
        {
            ApiLimit = ReadLimit(variables, RateLimit.Api, "CAMPAIGNS_API"),
            AiLimit = ReadLimit(variables, RateLimit.Ai, "CAMPAIGNS_AI"),
            TrustedProxies = ReadProxies(variables),
            PersistedDocuments = documents,
            PersistedOnly = persistedOnly,
            Introspection = !variables.Flag("CAMPAIGNS_NO_INTROSPECTION"),
        };
    }

    private static RateLimit ReadLimit(Variables variables, RateLimit usual, string prefix) =>
        usual with
        {
            Window = variables.Seconds($"{prefix}_WINDOW_SECONDS", (int)usual.Window.TotalSeconds, 1, 86_400),
            PerPerson = variables.Number($"{prefix}_REQUESTS_PER_PERSON", usual.PerPerson, 1, 100_000_000),
            PerTenant = variables.Number($"{prefix}_REQUESTS_PER_TENANT", usual.PerTenant, 1, 100_000_000),
        };

    private static List<IPNetwork> ReadProxies(Variables variables)
    {
        const string name = "TRUSTED_PROXIES";
        var proxies = new List<IPNetwork>();
        foreach (var word in variables.List(name))
        {
            if (IPNetwork.TryParse(word, out var network))
                proxies.Add(network);
            else if (IPAddress.TryParse(word, out var address))
                proxies.Add(new(address, address.GetAddressBytes().Length * 8));
            else
                variables.Refuse(name, $"holds '{word}', which is neither an address nor a network", "10.0.0.0/8,192.168.1.7");
        }
        return proxies;
    }
}
