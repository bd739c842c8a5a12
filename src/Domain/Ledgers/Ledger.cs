using System.Collections.Immutable;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Domain.Ledgers;

/// <summary>
/// A month of a tenant's AI money. Its size is that of what is under way: a call that is settled leaves its cost in the sums, and its id for a
/// while.
/// </summary>
/// <param name="Month">Which; null before it was begun.</param>
/// <param name="Before">The month whose ledger went before; null when there was none.</param>
/// <param name="Balance">What was spent in all months before.</param>
/// <param name="Open">What is set aside, by call.</param>
/// <param name="Elsewhere">Calls that money is still set aside for in a month before.</param>
/// <param name="Reserved">The sum of what is set aside.</param>
/// <param name="Settled">The sum of what is spent.</param>
/// <param name="Campaigns">The same of each campaign.</param>
/// <param name="Budgets">Campaigns that have a limit.</param>
/// <param name="Recent">The calls that were settled last.</param>
/// <param name="Earlier">Those before them.</param>
/// <param name="WarnedAt">The tenant's soft limit that was last reached; null when none was.</param>
/// <param name="HeldBy">The call whose overrun keeps others from being begun; null when none does.</param>
/// <param name="IsClosed">Whether it is over.</param>
public sealed record Ledger(
    LedgerMonth? Month,
    LedgerMonth? Before,
    MicroUsd Balance,
    ImmutableDictionary<AttemptId, Reservation> Open,
    ImmutableHashSet<AttemptId> Elsewhere,
    MicroUsd Reserved,
    MicroUsd Settled,
    ImmutableDictionary<CampaignId, CampaignMoney> Campaigns,
    ImmutableDictionary<CampaignId, CampaignBudget> Budgets,
    ImmutableHashSet<AttemptId> Recent,
    ImmutableHashSet<AttemptId> Earlier,
    MicroUsd? WarnedAt,
    AttemptId? HeldBy,
    bool IsClosed
) : IFold<Ledger, LedgerEvent>
{
    /// <summary>The id of a settled call is kept for at least as many calls.</summary>
    public const int Window = 1024;

    /// <summary>Spent and set aside: what limits are compared with.</summary>
    public MicroUsd Committed => Settled + Reserved;

    /// <inheritdoc />
    public static Ledger Initial { get; } =
        new(
            null,
            null,
            MicroUsd.Zero,
            ImmutableDictionary<AttemptId, Reservation>.Empty,
            [],
            MicroUsd.Zero,
            MicroUsd.Zero,
            ImmutableDictionary<CampaignId, CampaignMoney>.Empty,
            ImmutableDictionary<CampaignId, CampaignBudget>.Empty,
            [],
            [],
            WarnedAt: null,
            HeldBy: null,
            IsClosed: false
        );

    /// <inheritdoc />
    public static int SnapshotVersion => 1;

    /// <summary>Whether the call was settled a little while ago.</summary>
    public bool IsRecent(AttemptId attempt) => Recent.Contains(attempt) || Earlier.Contains(attempt);

    /// <summary>What counts against a campaign's limit: spent and set aside, in months before too.</summary>
    public MicroUsd CommittedOf(CampaignId campaign)
    {
        var money = Campaigns.GetValueOrDefault(campaign, CampaignMoney.None);
        return money.Settled + money.Reserved + (Budgets.GetValueOrDefault(campaign)?.Before ?? MicroUsd.Zero);
    }

    /// <inheritdoc />
    public static Ledger Evolve(Ledger state, LedgerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(state);
        return happened switch
        {
            LedgerEvent.Opened e => state with
            {
                Month = e.Month,
                Before = e.Carried?.Month,
                Balance = e.Carried?.Balance ?? MicroUsd.Zero,
                Elsewhere = [.. e.Carried?.StillOpen ?? []],
                Budgets = (e.Carried?.Campaigns ?? []).DistinctBy(one => one.Campaign).ToImmutableDictionary(one => one.Campaign),
            },
            LedgerEvent.Reserved e when !state.Open.ContainsKey(e.Plan.Attempt) => state.With(e.Plan, e.Amount, MicroUsd.Zero) with
            {
                Open = state.Open.Add(e.Plan.Attempt, new(e.Plan, e.Amount, e.PriceVersion, e.At)),
            },
            LedgerEvent.Settled e => state.Without(e.Attempt.Plan.Attempt, e.Cost),
            LedgerEvent.Released e => state.Without(e.Attempt.Plan.Attempt, MicroUsd.Zero),
            LedgerEvent.Overrun e => state with { HeldBy = e.Attempt },
            LedgerEvent.HoldLifted => state with { HeldBy = null },
            LedgerEvent.SoftLimitReached { Campaign: null } e => state with { WarnedAt = e.Limit },
            LedgerEvent.SoftLimitReached { Campaign: { } campaign } when state.Budgets.TryGetValue(campaign, out var budget) => state with
            {
                Budgets = state.Budgets.SetItem(campaign, budget with { Warned = true }),
            },
            LedgerEvent.CampaignLimitsSet e when e.Limits == AiLimits.None => state with { Budgets = state.Budgets.Remove(e.Campaign) },
            LedgerEvent.CampaignLimitsSet e => state with { Budgets = state.Budgets.SetItem(e.Campaign, state.BudgetOf(e)) },
            LedgerEvent.Closed => state with { IsClosed = true },
            _ => state, // a fact that no longer matters
        };
    }

    private CampaignBudget BudgetOf(LedgerEvent.CampaignLimitsSet set) =>
        Budgets.TryGetValue(set.Campaign, out var known)
            ? known with
            {
                Limits = set.Limits,
                Warned = known.Warned && known.Limits.Soft == set.Limits.Soft,
            }
            : new(set.Campaign, set.Limits, MicroUsd.Zero, Warned: false);

    private Ledger Without(AttemptId attempt, MicroUsd cost)
    {
        if (!Open.TryGetValue(attempt, out var reservation))
            return this;
        var full = Recent.Count >= Window;
        return With(reservation.Plan, MicroUsd.Zero - reservation.Amount, cost) with
        {
            Open = Open.Remove(attempt),
            Recent = full ? [attempt] : Recent.Add(attempt),
            Earlier = full ? Recent : Earlier,
        };
    }

    private Ledger With(AttemptPlan plan, MicroUsd reserved, MicroUsd settled) =>
        this with
        {
            Reserved = Reserved + reserved,
            Settled = Settled + settled,
            Campaigns = plan.Campaign is { } campaign
                ? Campaigns.SetItem(campaign, Campaigns.GetValueOrDefault(campaign, CampaignMoney.None).With(reserved, settled))
                : Campaigns,
        };
}

/// <summary>Money that is set aside for a call.</summary>
/// <param name="Plan">The call.</param>
/// <param name="Amount">The most that it can cost.</param>
/// <param name="PriceVersion">Of the price book.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record Reservation(AttemptPlan Plan, MicroUsd Amount, string PriceVersion, DateTimeOffset At);

/// <summary>A campaign's share of a month.</summary>
/// <param name="Reserved">What is set aside.</param>
/// <param name="Settled">What is spent.</param>
public sealed record CampaignMoney(MicroUsd Reserved, MicroUsd Settled)
{
    /// <summary>Nothing.</summary>
    public static CampaignMoney None { get; } = new(MicroUsd.Zero, MicroUsd.Zero);

    internal CampaignMoney With(MicroUsd reserved, MicroUsd settled) => new(Reserved + reserved, Settled + settled);
}
