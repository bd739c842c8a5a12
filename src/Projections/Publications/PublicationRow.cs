using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Publications;

/// <summary>The publish ledger of one publication, as <c>read.publications</c> holds it. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Campaign">The campaign it comes from.</param>
/// <param name="Item">The item it shows.</param>
/// <param name="Account">Our id of the account it goes out on.</param>
/// <param name="Username">That account, as it was named when scheduling.</param>
/// <param name="InstagramUserId">The platform's id of that account.</param>
/// <param name="Platform">Where it goes.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Caption">Composed with its hashtags, as it goes out.</param>
/// <param name="AltText">For those who cannot see the picture.</param>
/// <param name="Media">The first or only file as it goes out.</param>
/// <param name="MoreMedia">What follows it in a carousel, in order.</param>
/// <param name="ContentHash">What its approval binds.</param>
/// <param name="MadeBy">The model that made any of it.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="DueLocal">What the person said: date and time on the wall, ISO 8601 without offset.</param>
/// <param name="Zone">In which zone, IANA.</param>
/// <param name="TimeRule">How that became an instant.</param>
/// <param name="PublishUntil">Later than this it is skipped.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Status">What to show.</param>
/// <param name="HeldReason">Why a person keeps it from going out.</param>
/// <param name="Container">The platform's id of the uploaded content.</param>
/// <param name="ContainerAt">When that was made.</param>
/// <param name="Attempts">Publish calls begun with this container.</param>
/// <param name="NextTryAt">When a failed step is tried again; null when none failed.</param>
/// <param name="LastProblem">The last thing that went wrong.</param>
/// <param name="Verdict">How it ended, if not by going live.</param>
/// <param name="VerdictReason">Why, in words.</param>
/// <param name="VerdictAt">When it ended, live or not.</param>
/// <param name="MediaId">The platform's id of the post; null when only the container's status told us.</param>
/// <param name="LiveAt">When we knew that it is public.</param>
/// <param name="LiveProof">How we knew.</param>
/// <param name="ApprovedBy">Who approved this very content; null where nobody had to.</param>
/// <param name="LateWithin">How late it may go out, in seconds; null for those scheduled before there was a choice: a day.</param>
/// <param name="LateThen">What happens when it is later; null as above: it is skipped.</param>
/// <param name="SlotAt">The place in its account's day that is kept for it.</param>
/// <param name="DeferredUntil">Until when it waits for something other than its due time; null: it does not, or until a person acts.</param>
/// <param name="DeferredBecause">For what; null: for nothing.</param>
/// <param name="DecideBy">By when a person must decide whether it goes out late; null: nobody must.</param>
/// <param name="CreatedAt">When it was scheduled.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="UpdatedAt">When anything last happened to it.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("publications")]
public sealed record PublicationRow(
    string Tenant,
    Guid Id,
    Guid Campaign,
    Guid Item,
    Guid Account,
    string Username,
    string InstagramUserId,
    Platform Platform,
    PostKind Kind,
    string Caption,
    string? AltText,
    MediaAsset Media,
    IReadOnlyList<MediaAsset> MoreMedia,
    string ContentHash,
    Provenance? MadeBy,
    DateTimeOffset DueAt,
    string DueLocal,
    string Zone,
    LocalTimeRule TimeRule,
    DateTimeOffset PublishUntil,
    PublicationStage Stage,
    PublicationStatus Status,
    string? HeldReason,
    string? Container,
    DateTimeOffset? ContainerAt,
    int Attempts,
    DateTimeOffset? NextTryAt,
    Problem? LastProblem,
    Verdict? Verdict,
    string? VerdictReason,
    DateTimeOffset? VerdictAt,
    string? MediaId,
    DateTimeOffset? LiveAt,
    LiveProof? LiveProof,
    string? ApprovedBy,
    long? LateWithin,
    LateAction? LateThen,
    DateTimeOffset? SlotAt,
    DateTimeOffset? DeferredUntil,
    DeferralReason? DeferredBecause,
    DateTimeOffset? DecideBy,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset UpdatedAt,
    [LogPlace] string LastPosition
);
