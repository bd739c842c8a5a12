using Campaigns.Projections.Webhooks;

namespace Campaigns.Silo.Webhooks;

/// <summary>Has looked for what a lost silo's webhooks missed: a wake-up on its way there is lost with it.</summary>
internal sealed class AlarmAfterLoss(WebhookAlarm alarm, ISiloStatusOracle members) : IHostedService, ISiloStatusListener
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
            alarm.Hurry();
    }
}
