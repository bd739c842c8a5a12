namespace Campaigns.Grains.Limits;

/// <summary>How many requests of one kind a person and a tenant may make within any span of a length, whichever process they come to.</summary>
/// <param name="Name">Of the kind, in lower case, such as <c>ai</c>. Requests are counted by it: a limit that is changed goes on counting.</param>
/// <param name="Window">The span's length; at least a second.</param>
/// <param name="PerPerson">How many of one person.</param>
/// <param name="PerTenant">How many of all of the tenant together.</param>
/// <param name="WrittenFirst">
/// Whether each request is written down before it is granted, so that no crash forgets one: for what costs money. Otherwise a crash may forget
/// what was granted within the last second.
/// </param>
[GenerateSerializer, Immutable]
public sealed record RateLimit(
    [property: Id(0)] string Name,
    [property: Id(1)] TimeSpan Window,
    [property: Id(2)] int PerPerson,
    [property: Id(3)] int PerTenant,
    [property: Id(4)] bool WrittenFirst
)
{
    /// <summary>Requests to AI providers, unless it is configured otherwise: 30 a minute of one person, 120 of a tenant.</summary>
    public static readonly RateLimit Ai = new("ai", TimeSpan.FromMinutes(1), PerPerson: 30, PerTenant: 120, WrittenFirst: true);

    /// <summary>Operations at the API, unless it is configured otherwise: 6,000 a minute of one person, 30,000 of a tenant.</summary>
    public static readonly RateLimit Api = new("api", TimeSpan.FromMinutes(1), PerPerson: 6_000, PerTenant: 30_000, WrittenFirst: false);
}
