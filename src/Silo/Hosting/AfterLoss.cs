namespace Campaigns.Silo.Hosting;

/// <summary>
/// Has something looked for as soon as a silo is gone: what waited there, or was on its way there, goes on here within seconds, and not with the
/// next sweep.
/// </summary>
internal sealed class AfterLoss(Action look, ISiloStatusOracle members) : IHostedService, ISiloStatusListener
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
            look();
    }
}

internal static class AfterLossSetup
{
    /// <summary>May be called for several: each gets a watch of its own.</summary>
    public static void AddAfterLoss(this IServiceCollection services, Func<IServiceProvider, Action> look) =>
        services.AddSingleton<IHostedService>(provider => new AfterLoss(look(provider), provider.GetRequiredService<ISiloStatusOracle>()));
}
