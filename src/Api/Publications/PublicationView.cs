using Campaigns.Api.Accounts;
using Campaigns.Api.Campaigns;
using Campaigns.Api.Evidence;
using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.Hindrances;
using Campaigns.Api.History;
using Campaigns.Api.Media;
using Campaigns.Api.Nodes;
using Campaigns.Api.Reading;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Projections.Publications;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Publications;

/// <summary>One post on its way to one account. What goes out was frozen when it was scheduled.</summary>
[Name("Publication")]
[Implements(typeof(INode))]
public sealed class PublicationView(PublicationRow row) : INode
{
    /// <summary>Its id.</summary>
    public Guid Id => row.Id;

    /// <summary>What to show, in one word.</summary>
    public PublicationStatus Status => row.Status.ToShown();

    /// <summary>How far it has come at the platform.</summary>
    public PublicationStage Stage => row.Stage;

    /// <summary>When it is due.</summary>
    public DateTimeOffset DueAt => row.DueAt;

    /// <summary>The same as a person said it: date and time on the wall in `zone`, such as `2026-11-24T09:00:00`.</summary>
    public string DueLocal => row.DueLocal;

    /// <summary>IANA name of the zone it was said in.</summary>
    public string Zone => row.Zone;

    /// <summary>How `dueLocal` became `dueAt`.</summary>
    public LocalTimeRule DueRule => row.TimeRule;

    /// <summary>Later than this it is skipped rather than published.</summary>
    public DateTimeOffset PublishUntil => row.PublishUntil;

    /// <summary>What holds when it is late, as it was set when it was scheduled.</summary>
    public LatePolicyView LatePolicy => LatePolicyView.Of(row.LateWithin, row.LateThen);

    /// <summary>The place in its account's day that is kept for it; null while none is.</summary>
    public DateTimeOffset? SlotAt => row.SlotAt;

    /// <summary>Until when it waits for something other than its due time; null when it does not, or waits for a person to act.</summary>
    public DateTimeOffset? DeferredUntil => row.DeferredUntil;

    /// <summary>For what; null when for nothing.</summary>
    public DeferralReason? DeferredBecause => row.DeferredBecause;

    /// <summary>By when a person must decide, by `decideLatePublication`, whether it goes out late; null when nobody must.</summary>
    public DateTimeOffset? DecideBy => row.DecideBy;

    /// <summary>Where it goes.</summary>
    public Platform Platform => row.Platform;

    /// <summary>The account's name when it was scheduled, without `@`.</summary>
    public string Username => row.Username;

    /// <summary>How it is shown.</summary>
    public PostKind Kind => row.Kind;

    /// <summary>As it goes out, hashtags included; with a story none goes out, for the platform takes none there.</summary>
    public string Caption => row.Caption;

    /// <summary>For those who cannot see the picture. Approved and kept with it; not sent to the platform, whose container tool takes none.</summary>
    public string? AltText => row.AltText;

    /// <summary>The first or only file as it goes out, made fit for the platform.</summary>
    public MediaView Media => MediaView.Of(row.Media)!;

    /// <summary>All files as they go out, in order.</summary>
    public IReadOnlyList<MediaView> MediaList => MediaView.Of([row.Media, .. row.MoreMedia]);

    /// <summary>The content that was approved: the post's `contentHash` when it was scheduled.</summary>
    public string ContentHash => row.ContentHash;

    /// <summary>The model that made any of it; null when people did.</summary>
    public Provenance? MadeBy => row.MadeBy;

    /// <summary>Who approved this very content: a user's id; null where nobody had to.</summary>
    public string? ApprovedBy => row.ApprovedBy;

    /// <summary>Why a person keeps it from going out; null when nobody does.</summary>
    public string? HeldBecause => row.HeldReason;

    /// <summary>The platform's id of the uploaded content; null while nothing is uploaded.</summary>
    public string? Container => row.Container;

    /// <summary>Publish calls begun with that container.</summary>
    public int Attempts => row.Attempts;

    /// <summary>When a step that failed is tried again; null when none did.</summary>
    public DateTimeOffset? NextTryAt => row.NextTryAt;

    /// <summary>The last thing that went wrong, even when it was got over.</summary>
    public Problem? LastProblem => row.LastProblem;

    /// <summary>Why it ended without going live; null when it did not.</summary>
    public string? EndedBecause => row.VerdictReason;

    /// <summary>When it ended, live or not; null when there is more to come.</summary>
    public DateTimeOffset? EndedAt => row.VerdictAt;

    /// <summary>The platform's id of the public post; null until it is live, and where the platform only said that it is.</summary>
    public string? MediaId => row.MediaId;

    /// <summary>When we knew that it is public; null while it is not.</summary>
    public DateTimeOffset? LiveAt => row.LiveAt;

    /// <summary>How we knew; null while it is not public.</summary>
    public LiveProof? LiveProof => row.LiveProof;

    /// <summary>Why it has not gone out at this moment, from the log itself; null when it is live or has ended: then `status` and `endedBecause` say how.</summary>
    [Complexity(WaitingPosts.Cost, 1)]
    public IDataLoaderResult<HindranceView?>? WhyNotYet([FromServices] WaitingPosts waiting) =>
        row.VerdictAt is null ? waiting.Of(row.Id) : null;

    /// <summary>Where, from the root of the API, its evidence pack is to be had with the same session token: one file that can be checked offline.</summary>
    public string EvidencePath => EvidenceEndpoint.PathOf(row.Id);

    /// <summary>When it was scheduled.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>By whom: a user's id.</summary>
    public string CreatedBy => row.CreatedBy;

    /// <summary>When anything last happened to it.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>The campaign it comes from.</summary>
    public IDataLoaderResult<CampaignView?> Campaign([FromServices] Lookups lookups) => lookups.Campaign(row.Campaign);

    /// <summary>The post it shows, as it is now; null when it was taken out of its campaign.</summary>
    public IDataLoaderResult<PostView?> Post([FromServices] Lookups lookups) => lookups.Post(row.Item);

    /// <summary>The account it goes out on.</summary>
    public IDataLoaderResult<AccountView?> Account([FromServices] Lookups lookups) => lookups.Account(row.Account);

    /// <summary>What puts it at risk: its own troubles, then its account's. Empty once it has ended.</summary>
    public IDataLoaderResult<IReadOnlyList<Warning>> Warnings([FromServices] Lookups lookups) =>
        lookups
            .WarningsOf(row.Account)
            .Then(ofAccount =>
                PublicationWarnings.IsOver(row) ? [] : (IReadOnlyList<Warning>)[.. PublicationWarnings.Of(row), .. ofAccount]
            );

    /// <summary>Everything that happened to it.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="order">Oldest or latest first.</param>
    public Task<Connection<HistoryEntry>> History(
        [FromServices] Histories histories,
        int? first,
        string? after,
        int? last,
        string? before,
        CancellationToken ct,
        OrderDirection order = OrderDirection.Asc
    ) => histories.Read(new(SubjectId: row.Id), order, Page.Of(first, after, last, before), ct);
}
