using System.Globalization;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Grains.Exports;

/// <summary>Pages of a tenant's events, each small enough to be passed on.</summary>
/// <param name="events">The log.</param>
public sealed class ExportPages(ITenantEvents events)
{
    private const int Most = 200;

    /// <summary>The next page.</summary>
    /// <exception cref="EventStoreUnavailableException">The log could not be read.</exception>
    public async Task<ExportedEvents> Next(TenantId tenant, string? after, CancellationToken ct = default)
    {
        var page = await events.Next(tenant, Read(after), Most, ct);
        var next = page.Count < Most ? null : $"{page[^1].Stream}\n{page[^1].Version}";
        return new([.. page.Select(recorded => new ExportedEvent(recorded.Stream.Category, PlainLine.Of(recorded)))], next);
    }

    private static StreamPoint? Read(string? after)
    {
        if (after?.Split('\n') is not [var stream, var version])
            return null;
        return new(StreamName.Parse(stream), long.Parse(version, CultureInfo.InvariantCulture));
    }
}
