using System.Text;
using Campaigns.Domain.Tenants;
using Campaigns.Keys;
using Microsoft.Extensions.DependencyInjection;
using static Campaigns.EventStore.Tests.NoteEvent;

namespace Campaigns.EventStore.Tests.Sealing;

public sealed class An_encrypted_event : IAsyncLifetime
{
    private const string Secret = "a secret of the club";
    private static readonly TenantId Other = TenantId.Parse("org_other");

    private PostgresLog log = null!;

    public async ValueTask InitializeAsync() => log = await PostgresLog.Create();

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Fact]
    public async Task is_read_as_it_was_written_and_shows_nothing_in_the_table()
    {
        var (store, stream) = (log.SealingSilo(), Given.Stream());
        await store.Append(stream, 0, [new(Guid.CreateVersion7(At), new Written(Secret), Given.Metadata("command-of-the-club"))]);

        var read = Assert.Single(await log.SealingSilo().All(stream));
        Assert.Equal(new Written(Secret), read.Event);
        Assert.Equal(Given.Metadata("command-of-the-club"), read.Metadata);
        var row = (string)(await log.AsSuperuser("select row_to_json(e)::text || encode(data, 'escape') from log.events e"))!;
        Assert.DoesNotContain(Secret, row, StringComparison.Ordinal);
        Assert.DoesNotContain("command-of-the-club", row, StringComparison.Ordinal);
        Assert.DoesNotContain("user_1", row, StringComparison.Ordinal);
        Assert.Contains("\"key_id\":\"", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task stands_beside_plain_ones_in_one_stream()
    {
        var stream = Given.Stream();
        await log.Silo().Append(stream, 0, [Given.Event("plain")]);
        await log.SealingSilo().Append(stream, 1, [Given.Event("sealed"), Given.Event("sealed too")]);

        var store = log.SealingSilo();
        Assert.Equal(["plain", "sealed", "sealed too"], (await store.All(stream)).Select(e => ((Written)e.Event).Text));
        Assert.Equal(["plain", "sealed", "sealed too"], (await store.Everything()).Select(e => ((Written)e.Event).Text));
    }

    [Theory]
    [InlineData("version = case version when 1 then 3 else 1 end where version <> 2", new long[] { 1, 3 })]
    [InlineData("stream = 'note-org_club/elsewhere' where version = 2", new long[] { 2 })]
    [InlineData("name = 'note.torn.v2' where version = 2", new long[] { 2 })]
    [InlineData("event_id = gen_random_uuid() where version = 2", new long[] { 2 })]
    [InlineData("data = set_byte(data, 20, get_byte(data, 20) # 1) where version = 2", new long[] { 2 })]
    [InlineData("key_id = (select id from vault.data_keys where tenant = 'org_other') where version = 2", new long[] { 2 })]
    public async Task opens_only_where_it_was_written(string change, long[] broken)
    {
        var store = log.SealingSilo();
        await store.Append(StreamName.Of("note", Other, "x"), 0, [Given.Event()]);
        await store.Append(Given.Stream("x"), 0, Given.Events(3));
        await log.AsSuperuser("set constraints all deferred; alter table log.events drop constraint events_stream_version_key");

        await log.AsSuperuser($"update log.events set {change} and tenant = 'org_club'");

        var read = (await log.SealingSilo().Everything()).Where(e => e.Tenant == Given.Club).ToList();
        Assert.Equal(broken.Order(), read.Where(e => e.Event is UnreadableEvent).Select(e => e.Version).Order());
        Assert.Equal(3 - broken.Length, read.Count(e => e.Event is Written));
    }

    [Fact]
    public async Task says_so_where_there_are_no_keys()
    {
        var stream = Given.Stream();
        await log.SealingSilo().Append(stream, 0, [Given.Event()]);

        var read = Assert.Single(await log.Silo().All(stream));

        Assert.Contains("encrypted", Assert.IsType<UnreadableEvent>(read.Event).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_erased_for_everybody_with_its_key_and_nobody_elses_is()
    {
        var (store, stream, others) = (log.SealingSilo(), Given.Stream(), StreamName.Of("note", Other, "x"));
        await store.Append(stream, 0, [Given.Event(Secret)]);
        await store.Append(others, 0, [Given.Event("ours")]);

        var ids = await log.KeysOfSilo().GetRequiredService<ITenantKeys>().Destroy(Given.Club, TestContext.Current.CancellationToken);

        var fresh = log.SealingSilo();
        Assert.Single(ids);
        Assert.IsType<ErasedEvent>(Assert.Single(await fresh.All(stream)).Event);
        Assert.Equal(new Written("ours"), Assert.Single(await fresh.All(others)).Event);
        await Assert.ThrowsAsync<TenantErasedException>(() => fresh.Append(stream, 1, [Given.Event()]));
        await Assert.ThrowsAsync<TenantErasedException>(() => fresh.Append(Given.Stream(), 0, [Given.Event()]));
    }

    [Fact]
    public async Task about_an_erasure_is_plain()
    {
        var stream = StreamName.Of("erasure", Given.Club);

        await log.SealingSilo().Append(stream, 0, [Given.Event("kept")]);

        var data = (byte[])(await log.AsSuperuser("select data from log.events"))!;
        Assert.Contains("kept", Encoding.UTF8.GetString(data), StringComparison.Ordinal);
    }

    private static DateTimeOffset At { get; } = new(2026, 3, 29, 9, 0, 0, TimeSpan.Zero);
}
