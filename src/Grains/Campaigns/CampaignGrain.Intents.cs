using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Campaigns;

/// <summary>What concerns many publications at once: one intent is committed first, and carried out from there, by whoever comes after a crash too.</summary>
internal sealed partial class CampaignGrain
{
    /// <summary>Commits an intent and carries it out; or, on trial, tells what would come of it and changes nothing.</summary>
    /// <param name="ask">The command.</param>
    /// <param name="dryRun">Whether it is on trial.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="decide">Asked again when somebody else was first.</param>
    /// <param name="imagine">What to tell of the campaign as it would be.</param>
    private async Task<(Outcome Outcome, T? Trial)> Intend<TAsk, T>(
        TAsk ask,
        bool dryRun,
        CommandContext by,
        Func<Task<Decision<CampaignEvent>>> decide,
        Func<Campaign, Task<T?>> imagine
    )
        where TAsk : notnull
        where T : class
    {
        T? trial = null;
        var outcome = await Guard(async () =>
        {
            var hash = CommandHash.Of(ask);
            await Refresh();
            if (FirstOutcome(hash, by) is { } first)
                return first is Outcome.Accepted && !dryRun ? await CarriedOut(first) : first;
            if (!dryRun)
                await RingBy(Now);
            Decision<CampaignEvent> plan;
            do
            {
                plan = await decide();
                if (plan.Refusal is { } refusal)
                    return new Outcome.Refused(refusal);
                if (dryRun)
                {
                    trial = await imagine(plan.Aggregate(State, Campaign.Evolve));
                    return Accepted;
                }
            } while (!await RecordAs(hash, plan, by));
            return await CarriedOut(Accepted);
        });
        return (outcome, trial);
    }

    /// <summary>
    /// Does at once what the saga would do by itself. What cannot be done now, with the log away, the saga goes on with; and so does whoever
    /// repeats the command.
    /// </summary>
    private async Task<Outcome> CarriedOut(Outcome outcome)
    {
        try
        {
            while (await CarriedOn())
                continue;
            return outcome is Outcome.Accepted ? Accepted : outcome;
        }
        finally
        {
            GoOn();
        }
    }
}
