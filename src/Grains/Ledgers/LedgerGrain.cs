using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Tenants;
using Orleans.Concurrency;

namespace Campaigns.Grains.Ledgers;

/// <summary>Finds the month. It has no state, and keeps nobody waiting for anybody.</summary>
[StatelessWorker(1), Reentrant]
internal sealed class LedgerGrain(TimeProvider clock) : Grain, ILedger
{
    // Another silo's clock may be ahead, and have closed this month; not by two.
    private const int MostMonths = 2;

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public async Task<LedgerAnswer> Reserve(AttemptPlan plan)
    {
        var month = LedgerMonth.Of(clock.GetUtcNow());
        for (var tries = 1; ; tries++, month = month.Next)
        {
            var answer = await GrainFactory.LedgerMonth(Tenant, month).Reserve(plan);
            if (
                answer is not LedgerAnswer.Refused { Refusal: var refusal }
                || refusal != Domain.Refusal.LedgerClosed
                || tries == MostMonths
            )
                return answer;
        }
    }

    public Task Settle(AttemptOutcome outcome) =>
        GrainFactory.LedgerMonth(Tenant, outcome.Month ?? LedgerMonth.Of(clock.GetUtcNow())).Settle(outcome);
}
