using Campaigns.Domain.Generations;

namespace Campaigns.Domain.Ledgers;

/// <summary>Every "no" about AI money.</summary>
public static class LedgerRefusals
{
    extension(Refusal)
    {
        /// <summary>The tenant's hard limit would be passed.</summary>
        public static Refusal TenantLimitReached(MicroUsd limit, MicroUsd committed, MicroUsd amount) =>
            new(
                "ledger.tenant_limit_reached",
                $"The tenant may spend {limit} on AI in a month; {committed} is spent or set aside, and this could cost {amount} more."
            );

        /// <summary>The campaign's hard limit would be passed.</summary>
        public static Refusal CampaignLimitReached(MicroUsd limit, MicroUsd committed, MicroUsd amount) =>
            new(
                "ledger.campaign_limit_reached",
                $"The campaign may cost {limit} of AI; {committed} is spent or set aside, and this could cost {amount} more."
            );

        /// <summary>A call cost more than could be, and nobody has looked yet.</summary>
        public static Refusal LedgerHeld =>
            new(
                "ledger.held",
                "A call to a provider cost more than had been set aside for it: no other is begun until an admin lifts this, or the month ends."
            );

        /// <summary>The model has no price, and none is taken for it.</summary>
        public static Refusal ModelNotPriced(ModelChoice model) =>
            new("ledger.model_not_priced", $"The price book knows no price for {model.Provider} {model.Model} and what it is asked for.");

        /// <summary>Its bound is none.</summary>
        public static Refusal UsageBoundMalformed =>
            new("ledger.bound_malformed", "What a call can use at most must be stated, and be neither negative nor beyond a billion.");

        /// <summary>The call was made and settled already.</summary>
        public static Refusal AttemptSettled =>
            new("ledger.attempt_settled", "This call was made and settled already; another needs an id of its own.");

        /// <summary>The month is over.</summary>
        public static Refusal LedgerClosed => new("ledger.closed", "This month's ledger is closed.");

        /// <summary>There is nothing to lift.</summary>
        public static Refusal LedgerNotHeld => new("ledger.not_held", "Nothing keeps calls from being begun.");

        /// <summary>A limit that cannot be.</summary>
        public static Refusal LimitOutOfRange(string field) =>
            new(
                "ledger.limit_out_of_range",
                "A limit is between nothing and a billion dollars, and the soft one not above the hard one.",
                field
            );

        /// <summary>Too many campaigns have a limit of their own.</summary>
        public static Refusal TooManyCampaignLimits(int most) =>
            new("ledger.too_many_limits", $"At most {most} campaigns of a tenant can have a limit of their own.", "campaignId");

        /// <summary>Nothing is set aside for it.</summary>
        public static Refusal ReservationNotFound =>
            new("ledger.reservation_not_found", "Nothing is set aside for such a call in this month.", "attemptId");

        /// <summary>The call may be under way still.</summary>
        public static Refusal ReservationTooYoung(TimeSpan least) =>
            new(
                "ledger.reservation_too_young",
                $"What was set aside less than {least.TotalHours:0} hours ago may belong to a call that is under way.",
                "attemptId"
            );
    }
}
