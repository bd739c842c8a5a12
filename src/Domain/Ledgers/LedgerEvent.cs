using System.Text.Json.Serialization;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Domain.Ledgers;

/// <summary>What can happen to a month of a tenant's AI money.</summary>
public abstract record LedgerEvent : DomainEvent
{
    private LedgerEvent() { } // closed: every case is below

    /// <summary>The month was begun with what the one before it left.</summary>
    /// <param name="Month">Which.</param>
    /// <param name="Carried">What was left; null when the tenant had no month before.</param>
    [EventName("ledger.opened.v1")]
    public sealed record Opened(LedgerMonth Month, CarriedLedger? Carried) : LedgerEvent;

    /// <summary>The most that a call can cost was set aside; the call may be made.</summary>
    /// <param name="Plan">The call.</param>
    /// <param name="Amount">What was set aside.</param>
    /// <param name="PriceVersion">Of the price book.</param>
    /// <param name="At">When, UTC.</param>
    [EventName("ledger.reserved.v1")]
    public sealed record Reserved(AttemptPlan Plan, MicroUsd Amount, string PriceVersion, DateTimeOffset At) : LedgerEvent;

    /// <summary>A call cost this much. It is the whole record of the call.</summary>
    /// <param name="Attempt">The call and its outcome.</param>
    /// <param name="Amount">What had been set aside.</param>
    /// <param name="Cost">What is spent.</param>
    /// <param name="Basis">How that is known.</param>
    [EventName("ledger.settled.v1")]
    public sealed record Settled(AttemptRecord Attempt, MicroUsd Amount, MicroUsd Cost, CostBasis Basis) : LedgerEvent;

    /// <summary>A call cost nothing: what had been set aside is free again. It is the whole record of the call.</summary>
    /// <param name="Attempt">The call and its outcome.</param>
    /// <param name="Amount">What had been set aside.</param>
    [EventName("ledger.released.v1")]
    public sealed record Released(AttemptRecord Attempt, MicroUsd Amount) : LedgerEvent;

    /// <summary>A call cost more than could be: a bound or a price is wrong, and no call is begun until an admin has looked, or the month is over.</summary>
    /// <param name="Attempt">Which call.</param>
    /// <param name="Amount">What had been set aside.</param>
    /// <param name="Cost">What it cost.</param>
    [EventName("ledger.overrun.v1")]
    public sealed record Overrun(AttemptId Attempt, MicroUsd Amount, MicroUsd Cost) : LedgerEvent;

    /// <summary>Calls may be begun again after an overrun.</summary>
    /// <param name="Reason">What the admin found.</param>
    [EventName("ledger.hold_lifted.v1")]
    public sealed record HoldLifted(string Reason) : LedgerEvent;

    /// <summary>A soft limit was reached, by money spent or set aside.</summary>
    /// <param name="Campaign">Whose; null: the tenant's.</param>
    /// <param name="Limit">The limit.</param>
    /// <param name="Committed">What is spent and set aside.</param>
    [EventName("ledger.soft_limit_reached.v1")]
    public sealed record SoftLimitReached(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CampaignId? Campaign,
        MicroUsd Limit,
        MicroUsd Committed
    ) : LedgerEvent;

    /// <summary>How much a campaign may cost changed. What counts is spent from the month on in which it first had a limit.</summary>
    /// <param name="Campaign">Which.</param>
    /// <param name="Limits">How much.</param>
    [EventName("ledger.campaign_limits_set.v1")]
    public sealed record CampaignLimitsSet(CampaignId Campaign, AiLimits Limits) : LedgerEvent;

    /// <summary>The month is over: nothing is set aside in it any more. What is set aside still is settled here.</summary>
    /// <param name="Left">What the next month begins with.</param>
    [EventName("ledger.closed.v1")]
    public sealed record Closed(CarriedLedger Left) : LedgerEvent;
}
