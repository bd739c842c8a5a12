using Campaigns.Domain.Tenants;
using Campaigns.EventStore.Sealing;
using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>
/// Walks the index of streams: from category to category, and in each over the stretch of the tenant's names. Nothing of other tenants is read.
/// </summary>
internal sealed class PostgresTenantEvents(NpgsqlDataSource source, LogReader reader, SealedLog seals) : ITenantEvents
{
    public async Task<IReadOnlyList<RecordedEvent>> Next(TenantId tenant, StreamPoint? after, int most, CancellationToken ct)
    {
        var page = new List<RecordedEvent>();
        var category = after?.Stream.Category;
        if (after is { } point)
            page.AddRange(await Of(point.Stream.Category, tenant, point, most, ct));
        while (page.Count < most && await CategoryAfter(category, ct) is { } next)
        {
            page.AddRange(await Of(next, tenant, null, most - page.Count, ct));
            category = next;
        }
        return page;
    }

    private async Task<List<RecordedEvent>> Of(string category, TenantId tenant, StreamPoint? after, int most, CancellationToken ct)
    {
        var name = $"{category}-{tenant}"; // itself, or followed by a slash, which the zero comes after
        var stored = await reader.Within(name, name + '0', after?.Stream.Value ?? "", after?.Version ?? 0, most, ct);
        return await seals.Read([.. stored.Where(one => one.Stream.Tenant == tenant)], ct);
    }

    private async Task<string?> CategoryAfter(string? category, CancellationToken ct)
    {
        try
        {
            await using var question = source.CreateCommand(
                "select split_part(stream, '-', 1) from log.events where stream >= $1 order by stream limit 1"
            );
            question.Parameters.Add(new() { Value = category is null ? "" : category + '.' }); // the dot comes after the dash
            return await question.ExecuteScalarAsync(ct) as string;
        }
        catch (Exception outage) when (Outage.Is(outage))
        {
            throw Outage.Unavailable(outage);
        }
    }
}
