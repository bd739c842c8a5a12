using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Publications;

/// <summary>A publication without a verdict, as <c>read.due</c> holds it. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">The publication's id.</param>
/// <param name="WakeAt">When its grain has something to do at the latest; null while a person holds it.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="PublishUntil">Later than this it is skipped.</param>
/// <param name="TryAt">Its next step is not to be tried before this.</param>
/// <param name="WaitsUntil">Until when it waits for something other than its due time; null: it does not.</param>
/// <param name="IsHeld">A person keeps it from going out.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="OutcomeOpen">A publish call was begun, and what came of it is not recorded.</param>
/// <param name="MovedAt">When anything last happened to it.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("due")]
public sealed record DueRow(
    string Tenant,
    Guid Id,
    DateTimeOffset? WakeAt,
    DateTimeOffset DueAt,
    DateTimeOffset PublishUntil,
    DateTimeOffset TryAt,
    DateTimeOffset? WaitsUntil,
    bool IsHeld,
    PublicationStage Stage,
    bool OutcomeOpen,
    DateTimeOffset MovedAt,
    [LogPlace] string LastPosition
);
