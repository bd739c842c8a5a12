using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations;
using Campaigns.Silo.Sweep;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Silo.Tests;

public sealed class The_sweep_of_stored_files
{
    private static readonly TenantId Bakery = TenantId.Parse("org_bakery");
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task deletes_what_is_old_and_nothing_points_at()
    {
        var (used, unused) = (Key(daysOld: 30), Key(daysOld: 9));
        var store = new Shelf(used, unused, Key(daysOld: 7.5), Key(daysOld: 0));

        var report = await Sweep(store, used).Sweep(dryRun: false, tell: null, TestContext.Current.CancellationToken);

        Assert.Equal([unused], store.Deleted);
        Assert.Equal(new MediaSweepReport(4, 1, 10, 0), report);
    }

    [Fact]
    public async Task only_tells_in_a_dry_run()
    {
        var unused = Key(daysOld: 9);
        var store = new Shelf(unused);
        var told = new List<string>();

        await Sweep(store).Sweep(dryRun: true, file => told.Add(file.Key), TestContext.Current.CancellationToken);

        Assert.Empty(store.Deleted);
        Assert.Equal([unused], told);
    }

    [Fact]
    public async Task touches_nothing_while_events_are_not_read()
    {
        var store = new Shelf(Key(daysOld: 9));
        var sweep = Sweep(store, read: false);

        Assert.Null(await sweep.Sweep(dryRun: false, tell: null, TestContext.Current.CancellationToken));
        Assert.Empty(store.Deleted);
    }

    [Fact]
    public async Task goes_on_with_the_next_file_when_the_store_will_not_delete_one()
    {
        var (stubborn, other) = (Key(daysOld: 10), Key(daysOld: 9));
        var store = new Shelf(stubborn, other) { Stubborn = stubborn };

        var report = await Sweep(store).Sweep(dryRun: false, tell: null, TestContext.Current.CancellationToken);

        Assert.Equal([other], store.Deleted);
        Assert.Equal((1, 1), (report!.Deleted, report.Failed));
    }

    private static string Key(double daysOld) => $"{Bakery}/{Guid.CreateVersion7(Now.AddDays(-daysOld))}-{new string('a', 32)}.jpg";

    private static MediaSweep Sweep(Shelf store, string? used = null, bool read = true) =>
        new(
            store,
            (_, keys, since, _) =>
            {
                Assert.Equal(Now - MediaLife.Safety, since);
                return Task.FromResult<IReadOnlySet<string>>(keys.Where(key => key == used).ToHashSet());
            },
            (_, _, _) => Task.CompletedTask,
            _ => Task.FromResult(read),
            new FakeTimeProvider(Now),
            NullLogger<MediaSweep>.Instance
        );

    /// <summary>A store that only lists and deletes.</summary>
    private sealed class Shelf(params string[] keys) : IMediaStore
    {
        public List<string> Deleted { get; } = [];

        public string? Stubborn { get; init; }

        public Task<Reply<StoredFiles>> List(TenantId? tenant, string? after, CancellationToken ct) =>
            Task.FromResult<Reply<StoredFiles>>(
                new Reply<StoredFiles>.Done(
                    new([.. keys.Select(key => new StoredFile(Bakery, key, 10, MediaLife.Begin(key)!.Value))], null)
                )
            );

        public Task<Reply<Removed>> Delete(TenantId tenant, string key, CancellationToken ct)
        {
            if (key == Stubborn)
                return Task.FromResult<Reply<Removed>>(new Reply<Removed>.Busy(new(ProblemClass.Transient, "http_503", "Not now.")));
            Deleted.Add(key);
            return Task.FromResult<Reply<Removed>>(new Reply<Removed>.Done(default));
        }

        public Task<Reply<MediaAsset>> Keep(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<Reply<MediaAsset>> KeepVideo(TenantId tenant, Stream content, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<Reply<MediaAsset>> KeepSound(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<MediaAsset?> Find(TenantId tenant, string key, CancellationToken ct) => throw new NotSupportedException();

        public Task<StoredMedia?> Open(string key, CancellationToken ct) => throw new NotSupportedException();
    }
}
