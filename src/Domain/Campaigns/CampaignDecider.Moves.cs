using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using static Campaigns.Domain.Campaigns.Campaign;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>Every choice made about moving a whole campaign.</summary>
public static partial class CampaignDecider
{
    /// <summary>
    /// Plans the move: the intent, with where each publication was and where it goes. A publication moves from there to there or not at all, so
    /// that carrying on after a crash never moves one twice.
    /// </summary>
    /// <param name="state">As it stands.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="id">The move's id.</param>
    /// <param name="standings">Where its publications stand; those that have ended are left out.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">UTC.</param>
    public static Decision<CampaignEvent> PlanMove(
        Campaign state,
        MoveCampaign ask,
        MoveId id,
        IReadOnlyDictionary<PublicationId, PublicationStanding> standings,
        ActorId by,
        DateTimeOffset now
    )
    {
        if (state is not Open)
            return Refusal.CampaignNotFound;
        var (shift, refusal) = Shift.Parse(ask.Span);
        return refusal is not null
            ? refusal
            :
            [
                new MovePlanned(
                    id,
                    ask.Span,
                    [.. standings.Select(one => Moved(one.Key, one.Value, shift!, now)).OrderBy(move => move.From.DueAt)],
                    by
                ),
            ];
    }

    /// <summary>What came of some of them. Hearing it twice changes nothing.</summary>
    public static Decision<CampaignEvent> RecordMoves(Campaign state, MoveId id, IReadOnlyList<MoveOutcome> outcomes)
    {
        if ((state as Open)?.Moves.Find(move => move.Id == id) is not { } known)
            return [];
        var left = known.Move.Left.Select(move => move.Publication).ToHashSet();
        var news = outcomes.Where(outcome => left.Contains(outcome.Publication)).ToList();
        return news.Count == 0 ? [] : [new MoveAdvanced(id, news)];
    }

    private static PublicationMove Moved(PublicationId id, PublicationStanding standing, Shift shift, DateTimeOffset now)
    {
        var to = shift.After(standing.When);
        var objection = standing.Objection ?? PublicationDecider.Unreachable(to, now);
        return new(id, standing.When, to, objection is null ? MoveState.Planned : MoveState.Refused, objection);
    }
}
