using Campaigns.Domain.Webhooks;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Webhooks;

/// <summary>One webhook of a tenant, as <c>read.webhooks</c> holds it. Where its secrets lie is not told. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Url">Where it is told.</param>
/// <param name="Topics">Of what; empty: of everything.</param>
/// <param name="Description">For people.</param>
/// <param name="State">Whether it is told.</param>
/// <param name="DisabledBecause">Why not.</param>
/// <param name="DisabledByFailure">Whether it was us who disabled it, because nothing had arrived for long.</param>
/// <param name="FormerSecretUntil">Until when messages are signed with the former secret too.</param>
/// <param name="Since">It is told of nothing that happened before this log position.</param>
/// <param name="CreatedAt">When it was set up.</param>
/// <param name="UpdatedAt">When anything last happened to it.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("webhooks")]
public sealed record WebhookRow(
    string Tenant,
    Guid Id,
    string Url,
    IReadOnlyList<WebhookTopic> Topics,
    string? Description,
    WebhookState State,
    string? DisabledBecause,
    bool DisabledByFailure,
    DateTimeOffset? FormerSecretUntil,
    [LogPlace] string Since,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [LogPlace] string LastPosition
);

/// <summary>Whether a webhook is told.</summary>
public enum WebhookState
{
    /// <summary>It is.</summary>
    Enabled,

    /// <summary>It is not, until somebody enables it.</summary>
    Disabled,
}
