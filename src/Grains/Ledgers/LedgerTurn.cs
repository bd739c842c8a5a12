using Campaigns.Domain;
using Campaigns.Domain.Ledgers;

namespace Campaigns.Grains.Ledgers;

/// <summary>Something that is asked of a month and waits for its turn.</summary>
internal abstract class LedgerTurn
{
    /// <summary>Something that goes alone, as it appends for itself.</summary>
    internal sealed class Alone(Func<Task> command) : LedgerTurn
    {
        public Task Run() => command();
    }

    /// <summary>Something that is appended together with whatever else waits.</summary>
    internal sealed class Together(Func<Ledger, AiLimits, Decision<LedgerEvent>> decide) : LedgerTurn
    {
        private readonly TaskCompletionSource<Decided> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Decided? decided;

        /// <summary>What came of it, once it is committed.</summary>
        public Task<Decided> Done => done.Task;

        /// <summary>Decides on this state; the state that it leads to.</summary>
        public Ledger Decide(Ledger state, AiLimits limits, List<LedgerEvent> events)
        {
            var decision = decide(state, limits);
            events.AddRange(decision.Events);
            var after = decision.Events.Aggregate(state, Ledger.Evolve);
            decided = new(decision.Refusal, after);
            return after;
        }

        public void Commit() => done.TrySetResult(decided!);

        public void Fail(Exception why) => done.TrySetException(why);
    }

    /// <summary>What came of it.</summary>
    /// <param name="Refusal">Why not; null when it is done.</param>
    /// <param name="State">The state it left.</param>
    internal sealed record Decided(Refusal? Refusal, Ledger State);
}
