namespace Campaigns.EventStore.Tests.Sealing;

public sealed class The_encrypted_log_on_Postgres : EventStoreContract
{
    private PostgresLog log = null!;

    protected override async Task<IEventStore> Open()
    {
        log = await PostgresLog.Create();
        return log.SealingSilo();
    }

    public override async ValueTask DisposeAsync()
    {
        await log.DisposeAsync();
        await base.DisposeAsync();
    }
}
