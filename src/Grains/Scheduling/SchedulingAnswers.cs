using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;

namespace Campaigns.Grains.Scheduling;

/// <summary>What came of a command about a series.</summary>
/// <param name="Outcome">As of any command. Accepted, with occurrences still planned: the rest follows by itself.</param>
/// <param name="Id">Which series; null when there is none.</param>
/// <param name="Series">How it stands; for a trial, how it would. Null when it was refused, or is over and forgotten.</param>
[GenerateSerializer, Immutable]
public sealed record SeriesAnswer(
    [property: Id(0)] Outcome Outcome,
    [property: Id(1)] SeriesId? Id,
    [property: Id(2)] CampaignSeries? Series
);

/// <summary>What came of the move of a campaign.</summary>
/// <param name="Outcome">As of any command. Accepted, with moves still planned: the rest follows by itself.</param>
/// <param name="Move">How it stands; for a trial, how it would. Null when it was refused, or was forgotten since.</param>
[GenerateSerializer, Immutable]
public sealed record MoveAnswer([property: Id(0)] Outcome Outcome, [property: Id(1)] CampaignMove? Move);

/// <summary>What would come of scheduling a post.</summary>
/// <param name="When">When it would be due; null when it would be refused.</param>
/// <param name="Refusal">Why it would be refused; null when it would not.</param>
[GenerateSerializer, Immutable]
public sealed record ScheduleTrial([property: Id(0)] PlannedTime? When, [property: Id(1)] Refusal? Refusal);
