using System.Data.Common;
using Campaigns.Domain;
using Campaigns.Domain.Ledgers;
using Campaigns.EventStore;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Campaigns.Grains.Ledgers;

/// <summary>
/// Keeps one month. Calls come in while an append is under way, and wait in a queue; whatever waits is then decided one after the other, each
/// on the state that those before it lead to, and appended as one. So no two ever decide on the same state, and the store is asked once for many.
/// </summary>
[Reentrant]
internal sealed class LedgerMonthGrain(Journal journal, PriceBook prices, ILogger<LedgerMonthGrain> logger)
    : EventSourcedGrain<Ledger, LedgerEvent>(journal, logger),
        ILedgerMonth
{
    private const int MostTogether = 256;
    private const int MostConflicts = 5;
    private const int MonthsLookedBack = 36;

    private readonly Journal journal = journal;
    private readonly Queue<LedgerTurn> waiting = [];
    private bool working;

    protected override string Category => "ledger";

    // Its fold is large where much is under way, and its events are many.
    protected override int SnapshotEvery => 2000;

    protected override bool IsOfOneRequest => false;

    private LedgerMonth Month => Domain.Ledgers.LedgerMonth.Parse(Id);

    public async Task<LedgerAnswer> Reserve(AttemptPlan plan)
    {
        var (refusal, state) = await Together(
            (state, limits) => state.Elsewhere.Contains(plan.Attempt) ? [] : LedgerDecider.Reserve(state, plan, prices, limits, Now)
        );
        if (refusal is not null)
        {
            if (refusal != Refusal.LedgerClosed) // the next month answers that one
                MoneyTelemetry.Refusal(refusal.Code);
            return new LedgerAnswer.Refused(refusal, Until(refusal));
        }
        if (state.Open.TryGetValue(plan.Attempt, out var reservation))
            return new LedgerAnswer.Granted(Month, reservation.Amount, reservation.PriceVersion);
        return await GrainFactory.LedgerMonth(Tenant, state.Before!.Value).Reserve(plan);
    }

    public async Task Settle(AttemptOutcome outcome)
    {
        var known = false;
        var (_, state) = await Together(
            (state, _) =>
            {
                known = state.Open.ContainsKey(outcome.Attempt) || state.IsRecent(outcome.Attempt);
                return LedgerDecider.Settle(state, outcome, prices);
            }
        );
        if (known)
            return;
        if (state.Elsewhere.Contains(outcome.Attempt))
            await GrainFactory.LedgerMonth(Tenant, state.Before!.Value).Settle(outcome);
        else
            logger.LogInformation(
                "{Stream}: nothing is set aside for {Attempt}; it was settled long ago, or never reserved",
                Stream,
                outcome.Attempt
            );
    }

    public Task<CarriedLedger> Close() =>
        Alone(async () =>
        {
            for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
                if (await Record(LedgerDecider.Close(State), ActorId.Bookkeeper))
                    return LedgerDecider.Left(State);
            throw new StoreAwayException("Others are faster, again and again.");
        });

    public Task<Outcome> SetCampaignLimits(SetCampaignLimits ask, CommandContext by) =>
        Command(() => Handle(ask, by, state => LedgerDecider.SetCampaignLimits(state, ask)), begins: true);

    public Task<Outcome> LiftHold(LiftHold ask, CommandContext by) =>
        Command(() => Handle(ask, by, state => LedgerDecider.LiftHold(state, ask)));

    public Task<Outcome> WriteOff(WriteOffReservation ask, CommandContext by) =>
        Command(() => Handle(ask, by, state => LedgerDecider.WriteOff(state, ask, Now)));

    public Task<LedgerStanding> Standing() =>
        Alone(async () =>
        {
            var limits = await Limits();
            if (State.Month is null && await LastBefore() is { } before)
            {
                // Nobody began it yet, and who only looks does not either.
                var was = await GrainFactory.LedgerMonth(Tenant, before).Standing();
                return new(Month, limits, MicroUsd.Zero, MicroUsd.Zero, 0, was.Balance + was.Settled, null, was.Campaigns);
            }
            var campaigns = State.Budgets.Values.Select(one => new CampaignStanding(
                one.Campaign,
                one.Limits,
                State.CommittedOf(one.Campaign)
            ));
            return new LedgerStanding(
                Month,
                limits,
                State.Settled,
                State.Reserved,
                State.Open.Count,
                State.Balance,
                State.HeldBy,
                [.. campaigns]
            );
        });

    protected override void Committed(IReadOnlyList<LedgerEvent> events) => MoneyTelemetry.Booked(events);

    private DateTimeOffset? Until(Refusal refusal) =>
        refusal == Refusal.LedgerHeld || refusal.Code == "ledger.tenant_limit_reached" ? Month.Ends : null;

    private Task<Outcome> Command(Func<Task<Outcome>> command, bool begins = false) => Guard(() => Alone(command, begins));

    private async Task<AiLimits> Limits() => (await GrainFactory.Tenant(Tenant).Settings()).Ai;

    private Task<LedgerTurn.Decided> Together(Func<Ledger, AiLimits, Decision<LedgerEvent>> decide)
    {
        var turn = new LedgerTurn.Together(decide);
        Wait(turn);
        return turn.Done;
    }

    private async Task<T> Alone<T>(Func<Task<T>> command, bool begins = false)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Wait(
            new LedgerTurn.Alone(async () =>
            {
                try
                {
                    await (begins ? Begin() : Refresh());
                    done.SetResult(await command());
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    done.SetException(Away(e) ?? e); // whoever asked hears of it
                }
            })
        );
        return await done.Task;
    }

    private void Wait(LedgerTurn turn)
    {
        waiting.Enqueue(turn);
        if (!working)
            _ = Work(); // it never throws: whatever goes wrong is told to those who wait
    }

    private async Task Work()
    {
        working = true;
        try
        {
            while (waiting.TryDequeue(out var turn))
                if (turn is LedgerTurn.Alone alone)
                    await alone.Run();
                else
                    await AppendTogether(Others((LedgerTurn.Together)turn));
        }
        finally
        {
            working = false;
        }
    }

    private List<LedgerTurn.Together> Others(LedgerTurn.Together first)
    {
        var turns = new List<LedgerTurn.Together> { first };
        while (turns.Count < MostTogether && waiting.TryPeek(out var next) && next is LedgerTurn.Together together)
        {
            turns.Add(together);
            waiting.Dequeue();
        }
        return turns;
    }

    private async Task AppendTogether(List<LedgerTurn.Together> turns)
    {
        try
        {
            await Begin();
            var limits = await Limits();
            for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
            {
                var (state, events) = (State, new List<LedgerEvent>());
                foreach (var turn in turns)
                    state = turn.Decide(state, limits, events);
                if (!await Record(Decision.Accept<LedgerEvent>([.. events]), ActorId.Bookkeeper))
                    continue; // someone else was first, and the state is theirs now
                turns.ForEach(turn => turn.Commit());
                return;
            }
            throw new StoreAwayException("Others are faster, again and again.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var why = Away(e) ?? e;
            turns.ForEach(turn => turn.Fail(why)); // whoever asked hears of it
        }
    }

    /// <summary>Reads what is new, and begins the month with what the one before it leaves, if nobody did yet and it is not over.</summary>
    private async Task Begin()
    {
        await Refresh();
        for (var conflicts = 0; State.Month is null && Now < Month.Ends && conflicts < MostConflicts; conflicts++)
        {
            var before = await LastBefore();
            var carried = before is { } month ? await GrainFactory.LedgerMonth(Tenant, month).Close() : null;
            await Record(LedgerDecider.Open(State, Month, carried), ActorId.Bookkeeper);
        }
    }

    private async Task<LedgerMonth?> LastBefore()
    {
        var month = Month;
        for (var back = 0; back < MonthsLookedBack; back++)
        {
            month = month.Before;
            await foreach (var _ in journal.Events.Read(StreamName.Of(Category, Tenant, month.Value)))
                return month;
        }
        return null;
    }

    private static StoreAwayException? Away(Exception e) =>
        e is StoreAwayException known ? known
        : e is EventStoreUnavailableException or DbException or TimeoutException or OrleansException ? new(e.Message)
        : null;
}
