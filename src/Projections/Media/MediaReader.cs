using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Media;

/// <summary>Reads the gallery as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class MediaReader
{
    private const string StillThere =
        "not exists (select from read.media_holders g where g.tenant = r.tenant and g.kind = 'removed' and g.former ? r.key)";

    private readonly TenantQuery query;
    private readonly TenantTable<MediaRow> media;
    private readonly TenantTable<MediaHolderRow> holders;

    internal MediaReader(TenantQuery query) => (this.query, media, holders) = (query, new(query), new(query));

    /// <summary>A file; null when the gallery has none of this key, or not any more.</summary>
    public async Task<MediaRow?> Find(TenantId tenant, string key, CancellationToken ct = default) =>
        MediaFileId.Of(key) is null || key.Contains('\0', StringComparison.Ordinal)
            ? null // no key at all, and perhaps no text that the database takes
            : (
                await media.Where(tenant, arguments => $"r.key = {arguments.Add((object)key)} and {StillThere}", "r.id", ct)
            ).FirstOrDefault();

    /// <summary>One page of files, by when they came.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this list.</exception>
    public Task<RowPage<MediaRow>> Page(
        TenantId tenant,
        MediaFilter filter,
        Direction direction,
        PageRequest request,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(request);
        var conditions = new Conditions()
            .OneOf("source", filter.Sources)
            .OneOf("kind", filter.Kinds)
            .Equal("generation", filter.Generation)
            .Equal("provider", filter.Provider)
            .Equal("model", filter.Model)
            .Between("kept_at", filter.From, filter.To);
        conditions.All.Add(_ => StillThere);
        if (filter.IsVideo is { } moves)
            conditions.All.Add(arguments => $"r.is_video = {arguments.Add((object)moves)}");
        if (filter.InUse is { } used)
            conditions.All.Add(_ =>
                $"{(used ? "" : "not ")}exists (select from read.media_holders h where h.tenant = r.tenant and h.held ? r.key)"
            );
        return media.Page(tenant, conditions, RowOrder.ByTime("kept_at", direction), request, ct);
    }

    /// <summary>What the calls of an AI job came to, in micro-dollars; null when none of them ended.</summary>
    public async Task<decimal?> CostOf(TenantId tenant, Guid generation, CancellationToken ct = default)
    {
        var arguments = new Arguments(tenant);
        var question =
            $"select sum(r.cost_micro_usd) from read.ai_attempts r where r.tenant = {Arguments.Tenant} and r.generation = {arguments.Add(generation)}";
        return (
            await query.Rows(tenant, question, arguments, reader => reader.IsDBNull(0) ? (decimal?)null : reader.GetDecimal(0), ct)
        ).Single();
    }

    /// <summary>What points at a file: few things, and at most 100 are told.</summary>
    public async Task<IReadOnlyList<MediaHolderRow>> HoldersOf(TenantId tenant, string key, CancellationToken ct = default) =>
        await holders.Where(tenant, arguments => $"r.held ? {arguments.Add((object)key)}", "r.id limit 100", ct);
}

/// <summary>Which files of the gallery. Null leaves a condition out.</summary>
/// <param name="Sources">From one of these.</param>
/// <param name="Kinds">One of these.</param>
/// <param name="IsVideo">Only videos, or only what does not move.</param>
/// <param name="InUse">Only those that something points at, or only others.</param>
/// <param name="Generation">Made by this AI job.</param>
/// <param name="Provider">Made by a model of this provider.</param>
/// <param name="Model">Made by this model.</param>
/// <param name="From">Came then or later; UTC.</param>
/// <param name="To">Came before; UTC.</param>
public sealed record MediaFilter(
    IReadOnlyCollection<MediaSource>? Sources = null,
    IReadOnlyCollection<MediaKind>? Kinds = null,
    bool? IsVideo = null,
    bool? InUse = null,
    Guid? Generation = null,
    string? Provider = null,
    string? Model = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null
);
