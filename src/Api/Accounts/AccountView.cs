using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.History;
using Campaigns.Api.Nodes;
using Campaigns.Api.Reading;
using Campaigns.Domain;
using Campaigns.Projections.Accounts;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Accounts;

/// <summary>One connected Instagram account. Its token is never shown.</summary>
[Name("Account")]
[Implements(typeof(INode))]
public sealed class AccountView(AccountRow row) : INode
{
    /// <summary>Its id.</summary>
    public Guid Id => row.Id;

    /// <summary>As the platform names it, without `@`.</summary>
    public string Username => row.Username;

    /// <summary>The platform's id of it.</summary>
    public string InstagramUserId => row.InstagramUserId;

    /// <summary>Whether it can be used.</summary>
    public AccountState State => row.State;

    /// <summary>Why it cannot be used, where the platform said so.</summary>
    public Problem? Trouble => row.Trouble;

    /// <summary>Why a person keeps everything on it from going out; null when nobody does.</summary>
    public string? HeldBecause => row.HeldReason;

    /// <summary>Until when the platform blocks it, so that nothing on it is tried; null when it does not, or the block is over.</summary>
    public DateTimeOffset? BlockedUntil([FromServices] TimeProvider clock) =>
        row.BlockedUntil > clock.GetUtcNow() ? row.BlockedUntil : null;

    /// <summary>How far apart its posts are kept, in seconds; null: as the tenant has it.</summary>
    public int? SpacingSeconds => (int?)row.Spacing;

    /// <summary>What the platform last said of its daily quota; null before it was asked, ahead of the first post.</summary>
    public AccountQuotaView? Quota => row is { QuotaUsed: { } used, QuotaTotal: { } total, QuotaAt: { } at } ? new(used, total, at) : null;

    /// <summary>What puts what is scheduled on it at risk, the most pressing first.</summary>
    public IDataLoaderResult<IReadOnlyList<Warning>> Warnings([FromServices] Lookups lookups) => lookups.WarningsOf(row.Id);

    /// <summary>When it was first connected.</summary>
    public DateTimeOffset ConnectedAt => row.ConnectedAt;

    /// <summary>When anything last happened to it.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

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
