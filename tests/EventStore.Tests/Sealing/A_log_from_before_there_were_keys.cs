using Campaigns.Domain.Tenants;
using Campaigns.EventStore.Postgres;
using Campaigns.Keys;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Campaigns.EventStore.Tests.NoteEvent;

namespace Campaigns.EventStore.Tests.Sealing;

public sealed class A_log_from_before_there_were_keys : IAsyncLifetime
{
    private PostgresLog log = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => log = await PostgresLog.Create();

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Fact]
    public async Task is_encrypted_by_its_owner_beside_live_traffic_wherever_it_was_stopped()
    {
        var before = await Filled();
        await using var owner = NpgsqlDataSource.Create(log.OwnerAddress);
        var sealing = Sealing(owner);
        await using (var first = sealing.Seal(batch: 7, Ct).GetAsyncEnumerator(Ct))
            Assert.True(await first.MoveNextAsync()); // and no further

        var live = log.SealingSilo();
        var writing = Task.Run(
            async () =>
            {
                for (var version = 0; version < 20; version++)
                    await live.Append(Given.Stream("live"), version, [Given.Event("meanwhile")]);
            },
            Ct
        );
        var sealedLater = await sealing.Seal(batch: 7, Ct).SumAsync(Ct);
        await writing;
        await sealing.Sweep(Ct);

        Assert.Equal(before.Count - 7, sealedLater);
        Assert.Equal(0L, await log.AsSuperuser("select count(*) from log.events where key_id is null or octet_length(metadata) > 0"));
        var after = (await log.SealingSilo().Everything()).Take(before.Count);
        Assert.Equal(before, after);
        Assert.Equal(0L, await log.AsSuperuser("select count(*) from log.events where data::text like '%' || encode('old', 'hex') || '%'"));
    }

    [Fact]
    public async Task is_out_of_reach_of_the_role_that_appends()
    {
        await Filled();
        await using var silo = NpgsqlDataSource.Create(log.SiloAddress);

        await Assert.ThrowsAsync<PostgresException>(async () => await Sealing(silo).Seal(ct: Ct).ToListAsync(Ct));

        Assert.Equal(20L, await log.AsSuperuser("select count(*) from log.events where key_id is null"));
    }

    private static ILogSealing Sealing(NpgsqlDataSource source)
    {
        var services = new ServiceCollection().AddTenantKeys(_ => source, new(new byte[32])).AddLogSealing(_ => source);
        return services.BuildServiceProvider().GetRequiredService<ILogSealing>();
    }

    private async Task<List<RecordedEvent>> Filled()
    {
        var store = log.Silo();
        var other = StreamName.Of("note", TenantId.Parse("org_other"), "x");
        for (var version = 0; version < 10; version++)
        {
            await store.Append(Given.Stream("x"), version, [Given.Event("old")]);
            await store.Append(other, version, [Given.Event(new Torn(version))]);
        }
        return await store.Everything();
    }
}
