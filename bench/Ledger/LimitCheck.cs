using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Grains;

namespace Campaigns.Bench.Ledger;

/// <summary>Whether a limit held, by the events alone, and whether the ledgers sum to them.</summary>
/// <param name="limit">The limit of each tenant.</param>
/// <param name="refused">How many calls were refused.</param>
internal sealed class LimitCheck(MicroUsd limit, int refused)
{
    public int Refused => refused;

    /// <summary>The most that was ever spent and set aside, as a share of the limit.</summary>
    public double Highest { get; private set; }

    /// <summary>Ledgers that say something else than their events.</summary>
    public int Wrong { get; private set; }

    public async Task Read(LedgerCluster cluster, TenantId tenant)
    {
        var (committed, settled) = (MicroUsd.Zero, MicroUsd.Zero);
        var month = LedgerMonth.Of(TimeProvider.System.GetUtcNow());
        await foreach (var recorded in cluster.Log.Read(StreamName.Of("ledger", tenant, month.Value)))
        {
            switch (recorded.Event)
            {
                case LedgerEvent.Reserved e:
                    committed += e.Amount;
                    break;
                case LedgerEvent.Settled e:
                    committed += e.Cost - e.Amount;
                    settled += e.Cost;
                    break;
                case LedgerEvent.Released e:
                    committed -= e.Amount;
                    break;
            }
            Highest = Math.Max(Highest, (double)(committed.Amount / limit.Amount));
        }
        var standing = await cluster.Grains.LedgerMonth(tenant, month).Standing();
        if (standing.Settled != settled || standing.Reserved != MicroUsd.Zero || committed != settled)
            Wrong++;
    }
}
