using Campaigns.Api.Auth;
using Campaigns.Api.Reading;
using Campaigns.Domain.History;
using Campaigns.Grains;
using Campaigns.Grains.History;
using Campaigns.Projections.History;
using GraphQL.DataLoader;

namespace Campaigns.Api.History;

/// <summary>What events changed: however many entries of a page are of one subject, it is one question about that.</summary>
public sealed class EntryChanges
{
    private const int SubjectsAtOnce = 4;

    private readonly Batch<Entry, ToldChanges> changes;

    /// <summary>One a request.</summary>
    public EntryChanges(Caller caller, IGrainFactory grains) =>
        changes = new(
            async (entries, ct) =>
            {
                var told = await Ask(grains.History(caller.Require(Permission.View).Tenant), entries, ct);
                return entry =>
                    told[(entry.Kind, entry.Id)] is var subject && subject.Told.TryGetValue(entry.Version, out var found)
                        ? new(found, null)
                        : new(null, subject.UntoldBecause);
            }
        );

    internal IDataLoaderResult<ToldChanges> Of(HistoryRow row) => changes.Load(new(row.Kind, row.Aggregate, row.Version));

    private static async Task<Dictionary<(string, Guid?), StreamChanges>> Ask(
        IHistoryGrain history,
        IEnumerable<Entry> entries,
        CancellationToken ct
    )
    {
        var told = new Dictionary<(string, Guid?), StreamChanges>();
        foreach (var some in entries.GroupBy(entry => (entry.Kind, entry.Id)).Chunk(SubjectsAtOnce))
        {
            var answers = some.Select(subject =>
                history.Changes(subject.Key.Kind, subject.Key.Id, [.. subject.Select(entry => entry.Version)], ct)
            );
            foreach (var (subject, answer) in some.Zip(await Task.WhenAll(answers)))
                told.Add(subject.Key, answer);
        }
        return told;
    }

    private readonly record struct Entry(string Kind, Guid? Id, long Version);
}

/// <summary>What one event changed, or why that cannot be told.</summary>
internal sealed record ToldChanges(IReadOnlyList<Change>? Changes, string? UntoldBecause);
