namespace Campaigns.EventStore.Tests;

public sealed class The_log_on_Postgres : EventStoreContract
{
    private PostgresLog log = null!;

    protected override async Task<IEventStore> Open()
    {
        log = await PostgresLog.Create();
        return log.Silo();
    }

    public override async ValueTask DisposeAsync()
    {
        await log.DisposeAsync();
        await base.DisposeAsync();
    }
}
