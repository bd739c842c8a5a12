using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.History;
using Campaigns.Api.Publications;
using Campaigns.Api.Reading;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Tenants;
using GraphQL;

namespace Campaigns.Api.Tenants;

/// <summary>The organisation or personal workspace that everything belongs to, and its settings.</summary>
[Name("Tenant")]
public sealed class TenantView(TenantId id, TenantSettings settings)
{
    /// <summary>Its id, as the identity provider names it: `org_…` or `user_…`.</summary>
    public TenantId Id => id;

    /// <summary>IANA name of its home zone: schedules that name no zone mean it.</summary>
    public string Zone => settings.Zone;

    /// <summary>Who must approve a post before it can be scheduled.</summary>
    public ApprovalPolicy ApprovalPolicy => settings.ApprovalPolicy;

    /// <summary>Whether an approval is void once a person moves the post: then its new time must be approved.</summary>
    public bool ApprovalVoidedByReschedule => settings.ApprovalVoidedByReschedule;

    /// <summary>Why a person keeps everything from going out; null when nobody does.</summary>
    public string? HeldBecause => settings.HeldReason;

    /// <summary>What holds for late posts.</summary>
    public LatePolicyView LatePolicy => LatePolicyView.Of(settings.Late);

    /// <summary>When nothing goes out; null: no such hours.</summary>
    public QuietHoursView? QuietHours => QuietHoursView.Of(settings.Quiet);

    /// <summary>How far apart the posts of an account are kept, in seconds; null: only late ones, by a minute.</summary>
    public int? SpacingSeconds => (int?)settings.Spacing?.TotalSeconds;

    /// <summary>How much may be spent on AI in a calendar month, in millionths of a US dollar; null: no limit.</summary>
    public string? AiHardLimitMicroUsd => settings.Ai.Hard?.Value;

    /// <summary>Where a warning is given; null: none is.</summary>
    public string? AiSoftLimitMicroUsd => settings.Ai.Soft?.Value;

    /// <summary>When a setting last changed; null when none ever did.</summary>
    public DateTimeOffset? UpdatedAt => settings.UpdatedAt;

    /// <summary>Every change of its settings.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="order">Oldest or latest first.</param>
    public static Task<Connection<HistoryEntry>> History(
        [FromServices] Histories histories,
        int? first,
        string? after,
        int? last,
        string? before,
        CancellationToken ct,
        OrderDirection order = OrderDirection.Asc
    ) => histories.Read(new(SubjectKind: SubjectKind.Tenant), order, Page.Of(first, after, last, before), ct);
}
