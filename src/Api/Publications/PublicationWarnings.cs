using Campaigns.Api.Accounts;
using Campaigns.Domain;
using Campaigns.Projections.Publications;

namespace Campaigns.Api.Publications;

/// <summary>What puts one publication at risk, besides what its account suffers from.</summary>
internal static class PublicationWarnings
{
    /// <summary>Empty when all is well, or when it has ended.</summary>
    public static IReadOnlyList<Warning> Of(PublicationRow row) =>
        IsOver(row) ? [] : [.. new[] { Decision(row), Failing(row) }.OfType<Warning>()];

    /// <summary>Whether nothing more can happen to it.</summary>
    public static bool IsOver(PublicationRow row) => row.Stage is PublicationStage.Live or PublicationStage.Ended;

    private static Warning? Decision(PublicationRow row) =>
        row.DecideBy is null
            ? null
            : new("publication.decision", "It is too late by its late policy: decide whether it still goes out.", row.UpdatedAt);

    private static Warning? Failing(PublicationRow row) =>
        row switch
        {
            { NextTryAt: null } or { LastProblem: null } => null,
            { LastProblem: { Class: ProblemClass.MediaUnreachable or ProblemClass.MediaUnprocessable } media } => new(
                "publication.media",
                $"Look at its files: {media.Message}",
                row.UpdatedAt
            ),
            _ => new("publication.failing", $"It is tried again: {row.LastProblem.Message}", row.UpdatedAt),
        };
}
