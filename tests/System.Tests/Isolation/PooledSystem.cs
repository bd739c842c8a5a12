using Campaigns.Harness;

namespace Campaigns.RunningSystem.Isolation;

/// <summary>A system whose silo and API reach the database through PgBouncer in transaction mode, over few connections.</summary>
public sealed class PooledSystem : LiveSystem
{
    private PgBouncer? pooler;

    protected override async Task Adjust(Dictionary<string, string> environment)
    {
        pooler = await PgBouncer.Start(Database, connections: 4);
        environment["DATABASE_URL_SILO"] = pooler.SiloUrl;
        environment["DATABASE_URL_API"] = pooler.ApiUrl;
    }

    protected override void Stop() => pooler?.Dispose();
}
