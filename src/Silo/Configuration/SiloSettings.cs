using System.Net;
using Campaigns.Database;
using Campaigns.Domain.Ledgers;
using Campaigns.Grains.Generations;
using Campaigns.Integrations.VercelBlob;
using Campaigns.Keys;
using Campaigns.Silo.Failpoints;

namespace Campaigns.Silo.Configuration;

/// <summary>Everything a serving process is told, read and checked. Printing it tells no secret.</summary>
internal sealed record SiloSettings
{
    public required ProcessRoles Roles { get; init; }

    /// <summary>The log, Orleans, projections and the vault; null in a process that only serves the API.</summary>
    public required PostgresUrl? SiloDatabase { get; init; }

    /// <summary>Reads for the API; null in a process that only runs grains.</summary>
    public required PostgresUrl? ApiDatabase { get; init; }

    public required ClusterSettings Cluster { get; init; }

    /// <summary>Null when there is no key: then Gemini and Veo are switched off.</summary>
    public required GeminiSettings? Gemini { get; init; }

    /// <summary>Whom AI jobs ask, and how many at a time.</summary>
    public required GenerationSettings Generations { get; init; }

    /// <summary>Providers of models, and which models are asked in which order.</summary>
    public required ModelSettings Models { get; init; }

    /// <summary>Null: where the vendor serves it.</summary>
    public required Uri? RubeMcp { get; init; }

    /// <summary>Null in a process that only runs grains.</summary>
    public required ClerkSettings? Clerk { get; init; }

    /// <summary>Where the world reaches the API; null when the world does not.</summary>
    public required Uri? PublicBaseUrl { get; init; }

    /// <summary>Wraps the keys that everything is encrypted under: 32 bytes; empty in a process that only serves the API.</summary>
    public required ReadOnlyMemory<byte> MasterKey { get; init; }

    /// <summary>Master keys that this one took the place of: what they wrapped still opens.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> FormerMasterKeys { get; init; } = [];

    /// <summary>All of them.</summary>
    public MasterKeys Masters => new(MasterKey, [.. FormerMasterKeys]);

    /// <summary>How long the erasure of a tenant can be taken back.</summary>
    public TimeSpan ErasureGrace { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Whether stand-ins on this machine may take the providers' places.</summary>
    public required bool Sandbox { get; init; }

    public required string MediaFolder { get; init; }

    /// <summary>Where pictures and videos are kept instead of the folder; null: in the folder.</summary>
    public BlobOptions? Blob { get; init; }

    public required PublishingSettings Publishing { get; init; }

    /// <summary>What AI models cost.</summary>
    public required PriceBook Prices { get; init; }

    /// <summary>Where this process kills itself; never outside the sandbox, and null unless somebody asked for it there.</summary>
    public Failpoint? Failpoint { get; init; }

    /// <summary>How long it still answers, once told to stop, for whoever hands out requests to hear that it is not ready any more.</summary>
    public required TimeSpan DrainDelay { get; init; }

    /// <summary>Front ends whose browsers may call.</summary>
    public required IReadOnlyList<string> CorsOrigins { get; init; }

    public required TelemetrySettings Telemetry { get; init; }

    public required EdgeSettings Edge { get; init; }

    public bool Runs(ProcessRoles role) => Roles.HasFlag(role);

    public override string ToString() => $"Roles = {Roles}, Cluster = {Cluster.Id}, Sandbox = {Sandbox}";
}

/// <summary>This silo's place in the cluster.</summary>
/// <param name="Id">Silos of one id and one database are one cluster.</param>
/// <param name="SiloPort">Where other silos reach it.</param>
/// <param name="GatewayPort">Where processes that serve only the API reach it.</param>
/// <param name="Address">The address that others are told. Loopback: nobody else on the network can reach it.</param>
internal sealed record ClusterSettings(string Id, int SiloPort, int GatewayPort, IPAddress Address);

/// <summary>How to reach Gemini. Null models: the adapter's own choice.</summary>
internal sealed record GeminiSettings(Uri? BaseUrl, string ApiKey, string? TextModel, string? ImageModel)
{
    public override string ToString() => $"BaseUrl = {BaseUrl}";
}

/// <summary>Whose session tokens are believed.</summary>
/// <param name="Issuer">The exact <c>iss</c>.</param>
/// <param name="AuthorizedParties">Origins of front ends.</param>
/// <param name="SuperAdmins">User ids of those who operate the system.</param>
/// <param name="WebhookKey">What Clerk signs its messages with; empty: none is believed.</param>
internal sealed record ClerkSettings(
    string Issuer,
    IReadOnlyList<string> AuthorizedParties,
    IReadOnlyList<string> SuperAdmins,
    ReadOnlyMemory<byte> WebhookKey
);

/// <summary>How long a publish call may take, and from when on it cannot be under way any more.</summary>
internal sealed record PublishingSettings(TimeSpan CallTimeout, TimeSpan CallDeadline);
