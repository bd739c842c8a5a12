using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Webhooks;

/// <summary>What a webhook is told: ids, status and reasons; no content and no secrets.</summary>
/// <param name="Type">Such as <c>post.live</c>.</param>
/// <param name="Timestamp">When it happened, UTC.</param>
/// <param name="Data">To which post or limit, and how.</param>
public sealed record ToldMessage(string Type, DateTimeOffset Timestamp, ToldData Data);

/// <summary>What happened to a post, or to AI money. What does not apply is left out.</summary>
/// <param name="EventId">The event in our log; the message's id is made of it.</param>
/// <param name="Tenant">Whose post it is.</param>
/// <param name="Status">Where the post stands by this event, such as <c>scheduled</c> or <c>gave_up</c>.</param>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="PostId">Its id in the campaign.</param>
/// <param name="PublicationId">Its way to one account; absent before it is scheduled.</param>
/// <param name="AccountId">That account, as we name it.</param>
/// <param name="Username">As the platform names it.</param>
/// <param name="DueAt">When it is due, UTC.</param>
/// <param name="Reason">Why, in words for people.</param>
/// <param name="Problem">What went wrong outside, where something did.</param>
/// <param name="RetryAt">When it is tried again, UTC.</param>
/// <param name="DecideBy">Later than this it is skipped, UTC.</param>
/// <param name="Attempt">Which publish call it was, from 1.</param>
/// <param name="MediaId">The platform's id of what is public.</param>
/// <param name="By">Who asked, approved or wanted changes.</param>
/// <param name="LimitMicroUsd">The limit of AI money that was reached, or what had been set aside for a call: millionths of a dollar.</param>
/// <param name="SpentMicroUsd">What is spent and set aside, or what the call cost: millionths of a dollar.</param>
public sealed record ToldData(
    Guid EventId,
    string Tenant,
    string Status,
    CampaignId? CampaignId = null,
    ItemId? PostId = null,
    PublicationId? PublicationId = null,
    AccountId? AccountId = null,
    string? Username = null,
    DateTimeOffset? DueAt = null,
    string? Reason = null,
    ToldProblem? Problem = null,
    DateTimeOffset? RetryAt = null,
    DateTimeOffset? DecideBy = null,
    int? Attempt = null,
    string? MediaId = null,
    string? By = null,
    MicroUsd? LimitMicroUsd = null,
    MicroUsd? SpentMicroUsd = null
);

/// <summary>What went wrong outside.</summary>
/// <param name="Class">What to do about it, such as <c>throttled</c> or <c>content_rejected</c>.</param>
/// <param name="Code">The outside's own code.</param>
/// <param name="Message">For a person.</param>
public sealed record ToldProblem(string Class, string Code, string Message);
