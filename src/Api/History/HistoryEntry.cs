using System.Globalization;
using System.Text.Json;
using Campaigns.Api.Campaigns;
using Campaigns.Api.Members;
using Campaigns.Api.Reading;
using Campaigns.Domain.History;
using Campaigns.Projections.History;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.History;

/// <summary>One event: something that happened, when and by whom. It never changes.</summary>
public sealed class HistoryEntry(HistoryRow row)
{
    // In fields: the subject's stream is read up to the event, once for a page. A page of a hundred must be within the limit.
    private const double ReadingCost = 150;

    /// <summary>The event's own id.</summary>
    public Guid Id => row.Id;

    /// <summary>When it was decided.</summary>
    public DateTimeOffset At => row.At;

    /// <summary>Who asked: a user's id, or `system:…` for our own machinery.</summary>
    public string Actor => row.Actor;

    /// <summary>Who that is; null for our own machinery, for automation and outside reviewers, and for whom the tenant does not know.</summary>
    public IDataLoaderResult<MemberView?> Member([FromServices] MembersLookup members) => members.Of(row.Actor);

    /// <summary>What happened, in one English sentence.</summary>
    public string Summary => row.Summary;

    /// <summary>Its stored name, such as `publication.scheduled.v1`.</summary>
    public string EventName => row.Name;

    /// <summary>What it happened to.</summary>
    public SubjectKind SubjectKind => SubjectKinds.FromRow(row.Kind);

    /// <summary>The id of that; null for the tenant's settings.</summary>
    public Guid? SubjectId => row.Aggregate;

    /// <summary>Its place among the events of its subject, from 1.</summary>
    public int Version => (int)row.Version;

    /// <summary>Its place in the log, opaque; can be given as `atLeast`.</summary>
    public string Position => row.Position.ToString(CultureInfo.InvariantCulture);

    /// <summary>The command it answers; null for a step of our own machinery.</summary>
    [global::GraphQL.Id]
    public string? CommandId => row.Command;

    /// <summary>What it holds, without secrets. For showing; its shape goes with `eventName`.</summary>
    public JsonElement Data => row.Data;

    /// <summary>What it changed, from what to what; empty when nothing, null when `changesUntoldBecause` says so.</summary>
    [Complexity(ReadingCost, 20)]
    public IDataLoaderResult<IReadOnlyList<ChangeView>?> Changes([FromServices] EntryChanges changes) =>
        changes.Of(row).Then(told => (IReadOnlyList<ChangeView>?)told.Changes?.Select(change => new ChangeView(change)).ToList());

    /// <summary>The same in English sentences, of the first few changes; null when there are none.</summary>
    [Complexity(ReadingCost, 1)]
    public IDataLoaderResult<string?> ChangesInWords([FromServices] EntryChanges changes) =>
        changes.Of(row).Then(told => told.Changes?.InWords());

    /// <summary>Why the changes cannot be told, such as too many events before it; null when they are.</summary>
    [Complexity(ReadingCost / 3, 1)]
    public IDataLoaderResult<string?> ChangesUntoldBecause([FromServices] EntryChanges changes) =>
        changes.Of(row).Then(told => told.UntoldBecause);

    /// <summary>The campaign it is about, where the event itself tells.</summary>
    public IDataLoaderResult<CampaignView?>? Campaign([FromServices] Lookups lookups) =>
        row.Campaign is { } campaign ? lookups.Campaign(campaign) : null;
}
