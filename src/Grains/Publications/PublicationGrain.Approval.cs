using Campaigns.Domain.Publications;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Publications;

/// <summary>What a new time does to an approval.</summary>
internal sealed partial class PublicationGrain
{
    public Task<Outcome> Reschedule(ReschedulePublication ask, CommandContext by) =>
        Guard(async () =>
        {
            var tenant = await GrainFactory.Tenant(Tenant).Settings();
            return await Waking(
                CommandHash.Of(ask),
                by,
                publication => PublicationDecider.Reschedule(publication, ask, Now, tenant.ApprovalVoidedByReschedule)
            );
        });

    public Task<Outcome> Reapprove(ReapprovePublication ask, CommandContext by) =>
        Waking(CommandHash.Of(ask), by, publication => PublicationDecider.Reapprove(publication, by.Actor));
}
