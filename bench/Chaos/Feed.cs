using System.Net.Http.Json;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Chaos;

/// <summary>A post that the platform shows.</summary>
internal sealed record Shown(string Id, string CreationId, string MediaType, string Caption, IReadOnlyList<string> Items);

/// <summary>What the platform shows, by its own word.</summary>
internal static class Feed
{
    public static async Task<List<Shown>> Read(RunningSystem system, CancellationToken ct) =>
        await system.Http.GetFromJsonAsync<List<Shown>>(new Uri(system.Sandbox, "_feed"), ct) ?? [];
}
