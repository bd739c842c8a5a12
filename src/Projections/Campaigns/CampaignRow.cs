using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Campaigns;

/// <summary>One campaign, as <c>read.campaigns</c> holds it. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Brief">What it is about.</param>
/// <param name="Brand">Who speaks; null for nobody in particular.</param>
/// <param name="Writing">Where the last request for posts stands.</param>
/// <param name="WritingGeneration">The AI job of that request.</param>
/// <param name="WritingProblem">Why its posts could not be written.</param>
/// <param name="Language">The language last asked for, as a BCP 47 tag.</param>
/// <param name="WritingMissing">What was ordered last and did not come, and why; null when all came.</param>
/// <param name="SuggestedBrief">A better brief that was suggested; null when none was.</param>
/// <param name="BriefGeneration">The AI job that writes one; null when none does.</param>
/// <param name="BriefProblem">Why the last one did not come.</param>
/// <param name="LateWithin">How late its posts may go out, seconds; null: as the tenant has it.</param>
/// <param name="LateThen">What happens to those that are later; null: as the tenant has it.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="UpdatedAt">When anything last happened to it.</param>
/// <param name="UpdatedBy">By whom.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="LastPosition">The log position of the last of them.</param>
[ReadTable("campaigns")]
public sealed record CampaignRow(
    string Tenant,
    Guid Id,
    string Name,
    string Brief,
    Guid? Brand,
    WritingState Writing,
    Guid? WritingGeneration,
    Problem? WritingProblem,
    string? Language,
    IReadOnlyList<string>? WritingMissing,
    string? SuggestedBrief,
    Guid? BriefGeneration,
    Problem? BriefProblem,
    long? LateWithin,
    LateAction? LateThen,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset UpdatedAt,
    string UpdatedBy,
    long Version,
    [LogPlace] string LastPosition
);

/// <summary>Where the writing of a campaign's posts stands.</summary>
public enum WritingState
{
    /// <summary>Nobody asked.</summary>
    None,

    /// <summary>Asked for, and under way.</summary>
    Requested,

    /// <summary>The posts came.</summary>
    Done,

    /// <summary>They will not come.</summary>
    Failed,
}
