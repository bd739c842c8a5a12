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
                publication => PublicationDecider.Reschedule(publication, ask, Now, tenant.WantsNewTimesApproved())
            );
        });

    public Task<Outcome> Reapprove(ReapprovePublication ask, CommandContext by) =>
        Waking(CommandHash.Of(ask), by, publication => PublicationDecider.Reapprove(publication, by.Actor));

    /// <summary>The tenant may have dropped the need meanwhile, and nobody tells its posts: they look, as they do for holds.</summary>
    private async Task<Pause?> AskForApproval(DateTimeOffset until)
    {
        var tenant = await GrainFactory.Tenant(Tenant).Settings();
        if (!tenant.WantsNewTimesApproved())
            return await Recorded(() => PublicationDecider.WaiveApproval(State));
        var again = Now + LookForRelease;
        return Pause.Until(again < until ? again : until.AddSeconds(1));
    }
}
