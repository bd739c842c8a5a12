using static Campaigns.Domain.Ledgers.LedgerEvent;

namespace Campaigns.Domain.Ledgers;

/// <summary>Every choice made about a tenant's AI money.</summary>
public static partial class LedgerDecider
{
    private const decimal MostUnits = 1_000_000_000;

    /// <summary>Begins a month.</summary>
    public static Decision<LedgerEvent> Open(Ledger state, LedgerMonth month, CarriedLedger? carried) =>
        state.Month is null ? [new Opened(month, carried)] : [];

    /// <summary>Ends it. What is set aside still is settled in it.</summary>
    public static Decision<LedgerEvent> Close(Ledger state) => state.IsClosed || state.Month is null ? [] : [new Closed(Left(state))];

    /// <summary>Sets aside the most that a call can cost, within the limits. Asking again for a call that is not settled changes nothing.</summary>
    public static Decision<LedgerEvent> Reserve(Ledger state, AttemptPlan plan, PriceBook prices, AiLimits limits, DateTimeOffset now)
    {
        if (state.Open.ContainsKey(plan.Attempt))
            return [];
        if (state.IsRecent(plan.Attempt))
            return Refusal.AttemptSettled;
        if (state.IsClosed || state.Month is null)
            return Refusal.LedgerClosed;
        if (state.HeldBy is not null)
            return Refusal.LedgerHeld;
        if (Malformed(plan.Most))
            return Refusal.UsageBoundMalformed;
        if (prices.Find(plan.Model, now) is not { } priced || priced.Price.Of(plan.Most) is not { } amount)
            return Refusal.ModelNotPriced(plan.Model);
        return Beyond(state, plan, limits, amount) is { } refusal
            ? refusal
            : [new Reserved(plan, amount, priced.Version, now), .. Warnings(state, plan, limits, amount)];
    }

    /// <summary>Books what came of a call. A call that nothing is set aside for was settled before: nothing is left to do.</summary>
    public static Decision<LedgerEvent> Settle(Ledger state, AttemptOutcome outcome, PriceBook prices)
    {
        if (!state.Open.TryGetValue(outcome.Attempt, out var reservation))
            return [];
        var priced = prices.Find(reservation.Plan.Model, reservation.At);
        var record = new AttemptRecord(
            reservation.Plan,
            reservation.At,
            priced?.Version ?? reservation.PriceVersion,
            outcome.Usage,
            outcome.Latency < TimeSpan.Zero ? TimeSpan.Zero : outcome.Latency,
            outcome.OutcomeClass,
            outcome.Problem,
            outcome.RequestId,
            outcome.ModelNamed
        );
        return Cost(outcome, priced?.Price, reservation.Amount) switch
        {
            ({ Amount: 0 }, _) => [new Released(record, reservation.Amount)],
            var (cost, basis) when cost > reservation.Amount =>
            [
                new Settled(record, reservation.Amount, cost, basis),
                new Overrun(outcome.Attempt, reservation.Amount, cost),
            ],
            var (cost, basis) => [new Settled(record, reservation.Amount, cost, basis)],
        };
    }

    /// <summary>What the month leaves to the next.</summary>
    public static CarriedLedger Left(Ledger state) =>
        new(
            state.Month ?? default,
            state.Balance + state.Settled,
            [.. state.Elsewhere.Union(state.Open.Keys).OrderBy(id => id.Value, StringComparer.Ordinal)],
            [
                .. state
                    .Budgets.Values.Select(budget => budget with { Before = state.CommittedOf(budget.Campaign) })
                    .OrderBy(budget => budget.Campaign.Value, StringComparer.Ordinal),
            ]
        );

    // The provider's own word, then what it measured; what nobody knows is taken for spent, unless nothing happened for certain.
    private static (MicroUsd Cost, CostBasis Basis) Cost(AttemptOutcome outcome, ModelPrice? price, MicroUsd reserved) =>
        outcome.Usage.ChargedUsd is { } charged
            ? (MicroUsd.FromDollars(Math.Clamp(charged, 0, MicroUsd.Most / 1_000_000)), CostBasis.Charged)
        : price?.Of(outcome.Usage) is { } measured ? (measured, CostBasis.Measured)
        : OutcomeClasses.NothingHappened(outcome.OutcomeClass) ? (MicroUsd.Zero, CostBasis.Measured)
        : (reserved, CostBasis.Bound);

    private static Refusal? Beyond(Ledger state, AttemptPlan plan, AiLimits limits, MicroUsd amount)
    {
        if (limits.Hard is { } hard && state.Committed + amount > hard)
            return Refusal.TenantLimitReached(hard, state.Committed, amount);
        return
            plan.Campaign is { } campaign
            && state.Budgets.GetValueOrDefault(campaign)?.Limits.Hard is { } most
            && state.CommittedOf(campaign) + amount > most
            ? Refusal.CampaignLimitReached(most, state.CommittedOf(campaign), amount)
            : null;
    }

    private static List<LedgerEvent> Warnings(Ledger state, AttemptPlan plan, AiLimits limits, MicroUsd amount)
    {
        var warnings = new List<LedgerEvent>();
        if (limits.Soft is { } soft && state.WarnedAt != soft && state.Committed + amount >= soft)
            warnings.Add(new SoftLimitReached(null, soft, state.Committed + amount));
        if (
            plan.Campaign is { } campaign
            && state.Budgets.GetValueOrDefault(campaign) is { Warned: false, Limits.Soft: { } own }
            && state.CommittedOf(campaign) + amount >= own
        )
            warnings.Add(new SoftLimitReached(campaign, own, state.CommittedOf(campaign) + amount));
        return warnings;
    }

    private static bool Malformed(UsageBound most) =>
        Out(most.InputTokens) || Out(most.OutputTokens) || Out(most.Images) || Out(most.VideoSeconds) || Out(most.Characters);

    private static bool Out(decimal? count) => count is < 0 or > MostUnits;
}
