using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Campaigns;

/// <summary>A whole campaign that is moved by a span.</summary>
/// <param name="Span">ISO 8601 duration, as it was asked for.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Moves">Each publication that had not ended, the earliest first.</param>
public sealed record CampaignMove(string Span, ActorId By, ImmutableList<PublicationMove> Moves)
{
    /// <summary>What is still to be moved.</summary>
    [JsonIgnore]
    public IEnumerable<PublicationMove> Left => Moves.Where(move => move.State is MoveState.Planned);

    internal CampaignMove After(IReadOnlyList<MoveOutcome> outcomes) =>
        this with
        {
            Moves =
            [
                .. Moves.Select(move =>
                    outcomes.FirstOrDefault(outcome => outcome.Publication == move.Publication) is { } heard
                        ? move with
                        {
                            State = heard.State,
                            Refusal = heard.Refusal,
                        }
                        : move
                ),
            ],
        };
}

/// <summary>One publication of a campaign that is moved.</summary>
/// <param name="Publication">Which.</param>
/// <param name="From">When it was due.</param>
/// <param name="To">When it is due then, and what was decided where the clock jumps.</param>
/// <param name="State">How far it is.</param>
/// <param name="Refusal">Why it stays where it is; null when it does not.</param>
public sealed record PublicationMove(PublicationId Publication, PlannedTime From, PlannedTime To, MoveState State, Refusal? Refusal = null);

/// <summary>What became of the move of one publication.</summary>
public sealed record MoveOutcome(PublicationId Publication, MoveState State, Refusal? Refusal = null);

/// <summary>How far the move of one publication is.</summary>
public enum MoveState
{
    /// <summary>To be moved.</summary>
    Planned,

    /// <summary>It is due at the new time.</summary>
    Moved,

    /// <summary>It stays where it is.</summary>
    Refused,
}
