using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.Scheduling;

namespace Campaigns.Grains.Campaigns;

/// <summary>Moves of the whole campaign, carried out like a series: first the intent, then publication after publication.</summary>
internal sealed partial class CampaignGrain
{
    public async Task<MoveAnswer> Move(MoveCampaign ask, bool dryRun, CommandContext by)
    {
        var id = new MoveId(DerivedId.From(Tenant, by.Command, $"move {Id}"));
        var (outcome, trial) = await Intend(
            ask,
            dryRun,
            by,
            async () =>
            {
                while (await CarriedOn())
                    continue; // what an earlier move has begun comes first
                return CampaignDecider.PlanMove(State, ask, id, await Standings(), by.Actor, Now);
            },
            planned => Task.FromResult(Moved(planned, id))
        );
        return new(outcome, outcome is Outcome.Accepted ? trial ?? Moved(State, id) : null);
    }

    private static CampaignMove? Moved(Campaign state, MoveId id) => (state as Campaign.Open)?.Moves.Find(move => move.Id == id)?.Move;

    private async Task<bool> MovedOn(Campaign.Open open)
    {
        foreach (var (id, move) in open.Moves)
            if (move.Left.Take(Batch).ToList() is { Count: > 0 } left)
            {
                var outcomes = await Task.WhenAll(left.Select(one => MovedOn(id, move.By, one)));
                while (!await Record(CampaignDecider.RecordMoves(State, id, outcomes), Actor))
                    continue;
                return true;
            }
        return false;
    }

    private async Task<MoveOutcome> MovedOn(MoveId id, ActorId by, PublicationMove move)
    {
        var ask = new ReschedulePublication(new(move.To.Local, move.To.Zone), From: move.From.DueAt);
        return await GrainFactory.Publication(Tenant, move.Publication).Reschedule(ask, Under(move.Publication, $"move {id}", by)) switch
        {
            Outcome.Accepted => new(move.Publication, MoveState.Moved),
            Outcome.Refused { Refusal: var refusal } => new(move.Publication, MoveState.Refused, refusal),
            _ => throw new StoreAwayException("The publication's log is away."),
        };
    }

    private async Task<IReadOnlyDictionary<PublicationId, PublicationStanding>> Standings()
    {
        var standings = new Dictionary<PublicationId, PublicationStanding>();
        var planned = (State as Campaign.Open)?.Items.SelectMany(item => item.Publications.Keys).ToList() ?? [];
        foreach (var some in planned.Chunk(Batch))
        {
            var found = await Task.WhenAll(some.Select(publication => GrainFactory.Publication(Tenant, publication).Standing()));
            foreach (var (publication, standing) in some.Zip(found))
                if (standing is not null)
                    standings[publication] = standing;
        }
        return standings;
    }
}
