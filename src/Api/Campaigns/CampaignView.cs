using Campaigns.Api.Brands;
using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.History;
using Campaigns.Api.Nodes;
using Campaigns.Api.Publications;
using Campaigns.Api.Reading;
using Campaigns.Api.Reviews;
using Campaigns.Domain;
using Campaigns.Projections.Campaigns;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Campaigns;

/// <summary>A campaign: a brief, and the posts made from it.</summary>
[Name("Campaign")]
[Implements(typeof(INode))]
public sealed class CampaignView(CampaignRow row) : INode
{
    /// <summary>Its id.</summary>
    public Guid Id => row.Id;

    /// <summary>Its name.</summary>
    public string Name => row.Name;

    /// <summary>What it is about.</summary>
    public string Brief => row.Brief;

    /// <summary>The language posts were last asked for in, as a BCP 47 tag; null when none were.</summary>
    public string? Language => row.Language;

    /// <summary>Where the last request for posts stands.</summary>
    public Writing Writing => new(row.Writing, row.WritingProblem, row.WritingMissing ?? []);

    /// <summary>A better brief that was suggested; null when none was. It holds once `changeBrief` takes it.</summary>
    public string? SuggestedBrief => row.SuggestedBrief;

    /// <summary>The AI job that writes a better brief at this moment; null when none does.</summary>
    public Guid? BriefGenerationId => row.BriefGeneration;

    /// <summary>Why the last better brief did not come.</summary>
    public Problem? BriefProblem => row.BriefProblem;

    /// <summary>What holds for its late posts where they say nothing themselves; null for what the tenant has set.</summary>
    public LatePolicyView? LatePolicy => row.LateWithin is null ? null : LatePolicyView.Of(row.LateWithin, row.LateThen);

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>By whom: a user's id.</summary>
    public string CreatedBy => row.CreatedBy;

    /// <summary>When anything last happened to it or its posts.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>By whom: a user's id, or `system:…` for our own machinery.</summary>
    public string UpdatedBy => row.UpdatedBy;

    /// <summary>How many events it has.</summary>
    public int Version => (int)row.Version;

    /// <summary>Who speaks; null for nobody in particular.</summary>
    public IDataLoaderResult<BrandView?>? Brand([FromServices] Lookups lookups) => row.Brand is { } brand ? lookups.Brand(brand) : null;

    /// <summary>Its posts, in the order they were added.</summary>
    public IDataLoaderResult<IReadOnlyList<PostView>> Posts([FromServices] Lookups lookups) => lookups.PostsOf(row.Id);

    /// <summary>Every reviewer that was invited from outside, the newest last, from the log itself.</summary>
    public IDataLoaderResult<IReadOnlyList<InviteView>> Invites([FromServices] CampaignReviewsLookup reviews) => reviews.InvitesOf(row.Id);

    /// <summary>What its posts and publications come to.</summary>
    public IDataLoaderResult<CampaignCountsView> Counts([FromServices] Lookups lookups) => lookups.CountsOf(row.Id);

    /// <summary>Its publications, by due time.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="status">Only those that stand so.</param>
    public Task<Connection<PublicationView>> Publications(
        [FromServices] PublicationLists lists,
        int? first,
        string? after,
        int? last,
        string? before,
        IReadOnlyList<PublicationStatus>? status,
        CancellationToken ct
    ) => lists.Publications(new(CampaignId: row.Id, Status: status), null, Page.Of(first, after, last, before), ct);

    /// <summary>Every event of it, of its publications and of its AI jobs.</summary>
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
    ) => histories.Read(new(CampaignId: row.Id), order, Page.Of(first, after, last, before), ct);
}

/// <summary>Where the last request for posts stands.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Problem">Why no posts will come; null unless it failed.</param>
/// <param name="Missing">What was ordered and did not come, and why, a sentence each; empty when all came.</param>
public sealed record Writing(WritingState State, Problem? Problem, IReadOnlyList<string> Missing);
