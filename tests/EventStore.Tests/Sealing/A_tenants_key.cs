using Campaigns.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.EventStore.Tests.Sealing;

public sealed class A_tenants_key : IAsyncLifetime
{
    private static readonly MasterKeys First = new(Bytes(1));
    private static readonly MasterKeys Second = new(Bytes(2), Bytes(1));

    private PostgresLog log = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => log = await PostgresLog.Create();

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Fact]
    public async Task is_one_for_all_silos_that_want_the_first_at_once()
    {
        var silos = Enumerable.Range(0, 6).Select(_ => log.KeysOfSilo().GetRequiredService<ITenantKeys>()).ToList();

        var keys = await Task.WhenAll(
            silos.SelectMany(silo => Enumerable.Range(0, 4).Select(async _ => (await silo.ForSealing(Given.Club, Ct)).Id))
        );

        Assert.Single(keys.Distinct());
        Assert.Equal(1L, await log.AsSuperuser("select count(*) from vault.data_keys"));
    }

    [Fact]
    public async Task is_never_missing_for_a_reader_while_another_looks_it_up_again()
    {
        var keys = log.KeysOfSilo().GetRequiredService<ITenantKeys>();
        var id = (await keys.ForSealing(Given.Club, Ct)).Id;
        using var end = new CancellationTokenSource();
        var reader = Task.Run(
            () =>
            {
                while (!end.IsCancellationRequested)
                    if (!keys.TryFind(id, out var found) || found.Key is null)
                        return "missing";
                return "there";
            },
            Ct
        );

        for (var times = 0; times < 500; times++)
            await keys.Learn([id], Ct);
        await end.CancelAsync();

        Assert.Equal("there", await reader);
    }

    [Fact]
    public async Task is_followed_by_another_for_what_is_new_and_goes_on_reading_what_is_old()
    {
        var (clock, stream) = (new Hands(), Given.Stream());
        var store = log.SealingSilo(clock: clock);
        await store.Append(stream, 0, [Given.Event("old")]);

        var next = await log.KeysOfSilo().GetRequiredService<ITenantKeys>().Rotate(Given.Club, Ct);
        clock.Forward(TimeSpan.FromSeconds(60));
        await store.Append(stream, 1, [Given.Event("new")]);

        Assert.Equal(next, await log.AsSuperuser("select key_id from log.events where version = 2"));
        Assert.All(await log.SealingSilo().All(stream), read => Assert.IsType<NoteEvent.Written>(read.Event));
    }

    [Fact]
    public async Task is_followed_by_another_before_it_has_made_too_many_seals()
    {
        var store = log.SealingSilo(new TenantKeysOptions { Portion = 2, MostSeals = 5 });
        var stream = Given.Stream();
        for (var version = 0; version < 10; version++)
            await store.Append(stream, version, [Given.Event()]);

        Assert.Equal(4L, await log.AsSuperuser("select max(n) from (select count(*) n from log.events group by key_id) used"));
        Assert.Equal(3L, await log.AsSuperuser("select count(*) from vault.data_keys"));
    }

    [Fact]
    public async Task is_not_used_beyond_its_life_once_another_silo_destroyed_it()
    {
        var (clock, stream) = (new Hands(), Given.Stream());
        var store = log.SealingSilo(clock: clock);
        await store.Append(stream, 0, [Given.Event()]);
        await log.KeysOfSilo().GetRequiredService<ITenantKeys>().Destroy(Given.Club, Ct);

        clock.Forward(TimeSpan.FromSeconds(60));

        Assert.IsType<ErasedEvent>(Assert.Single(await store.All(stream)).Event);
        await Assert.ThrowsAsync<TenantErasedException>(() => store.Append(stream, 1, [Given.Event()]));
    }

    [Fact]
    public async Task that_was_never_made_is_none_to_be_made_after_an_erasure()
    {
        await log.KeysOfSilo().GetRequiredService<ITenantKeys>().Destroy(Given.Club, Ct);

        await Assert.ThrowsAsync<TenantErasedException>(() => log.SealingSilo().Append(Given.Stream(), 0, [Given.Event()]));
    }

    [Fact]
    public async Task opens_under_a_former_master_key_and_is_wrapped_anew_by_the_new_one()
    {
        var stream = Given.Stream();
        await log.SealingSilo(master: First).Append(stream, 0, [Given.Event()]);
        var ring = log.KeysOfSilo(master: Second).GetRequiredService<IKeyRing>();

        Assert.IsType<NoteEvent.Written>(Assert.Single(await log.SealingSilo(master: Second).All(stream)).Event);
        Assert.Equal(1, await ring.Rewrap(Ct));
        Assert.Equal(0, await ring.Rewrap(Ct));

        Assert.IsType<NoteEvent.Written>(Assert.Single(await log.SealingSilo(master: new(Bytes(2))).All(stream)).Event);
    }

    [Fact]
    public async Task does_not_open_under_another_master_key_and_says_which_is_missing()
    {
        var stream = Given.Stream();
        await log.SealingSilo(master: First).Append(stream, 0, [Given.Event()]);

        var away = await Assert.ThrowsAsync<EventStoreUnavailableException>(() => log.SealingSilo(master: new(Bytes(3))).All(stream));

        Assert.Contains("CAMPAIGNS_FORMER_MASTER_KEYS", away.Message, StringComparison.Ordinal);
        Assert.Equal([First.CurrentId], await log.KeysOfSilo(master: new(Bytes(3))).GetRequiredService<IKeyRing>().Foreign(Ct));
    }

    [Fact]
    public async Task does_not_open_as_another_tenants()
    {
        var stream = Given.Stream();
        await log.SealingSilo().Append(stream, 0, [Given.Event()]);
        await log.AsSuperuser("update vault.data_keys set tenant = 'org_other'");

        var away = await Assert.ThrowsAsync<EventStoreUnavailableException>(() => log.SealingSilo().All(stream));

        Assert.Contains("does not open", away.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task cannot_be_forgotten_by_the_role_that_uses_it()
    {
        var no = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => log.AsSilo("delete from vault.data_keys"));

        Assert.Equal(Npgsql.PostgresErrorCodes.InsufficientPrivilege, no.SqlState);
    }

    private static byte[] Bytes(byte one) => [.. Enumerable.Repeat(one, 32)];
}

/// <summary>A clock that stands still unless moved.</summary>
internal sealed class Hands : TimeProvider
{
    private long at;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref at);

    public void Forward(TimeSpan by) => Interlocked.Add(ref at, by.Ticks);
}
