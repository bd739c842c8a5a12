namespace Campaigns.Silo.Sweep;

/// <summary>
/// Has due posts looked for as soon as a silo is gone: what waited there on a timer goes on here within seconds, and not with the next minute.
/// </summary>
internal sealed class SweepAfterLoss(DueSweep sweep, ISiloStatusOracle members) : IHostedService, ISiloStatusListener
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        members.SubscribeToSiloStatusEvents(this);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        members.UnSubscribeFromSiloStatusEvents(this);
        return Task.CompletedTask;
    }

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status is SiloStatus.Dead)
            sweep.Hurry();
    }
}
