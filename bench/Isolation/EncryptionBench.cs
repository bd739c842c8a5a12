using System.Diagnostics;
using Campaigns.Bench.Append;
using Campaigns.Bench.History;
using Campaigns.Bench.Reports;
using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Campaigns.Keys;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.Bench.Isolation;

/// <summary>What encryption costs: appends and replays under tenants' keys, beside the same in plain.</summary>
internal static class EncryptionBench
{
    private const int InFlight = 64;

    public static async Task Measure(BenchReport report, BenchOptions options)
    {
        await Append(report, options);
        await Replay(report, options);
    }

    private static async Task Append(BenchReport report, BenchOptions options)
    {
        await using var database = await BenchDatabase.Create();
        await using var plain = new Log(database, isSealing: false);
        await using var encrypted = new Log(database, isSealing: true);
        List<double> before = [],
            after = [];
        for (var round = 0; round <= options["rounds"]; round++) // the first warms
        {
            await database.Execute("truncate log.events; update log.head set position = 0");
            var (a, b) = await Pair(round, () => Appends(plain), () => Appends(encrypted));
            if (round == 0)
                continue;
            before.Add(a);
            after.Add(b);
        }
        report.Add("appends, plain", "1/s", before);
        report.Add("appends, encrypted", "1/s", after);
        var cost = report.Add("cost of encrypted appends", "%", [.. before.Zip(after, (a, b) => (a / b - 1) * 100)]);
        report.AtMost("cost of encryption, appends", 10, cost);

        async Task<double> Appends(Log log)
        {
            var streams = Enumerable.Range(0, InFlight).Select(_ => Samples.Stream()).ToArray();
            var measured = await ClosedLoop.Run(
                InFlight,
                options.Seconds("seconds"),
                (caller, version) => log.Store.Append(streams[caller], version, [Samples.Event()])
            );
            return measured.PerSecond;
        }
    }

    /// <summary>This process on one core; the database has the others.</summary>
    private static async Task Replay(BenchReport report, BenchOptions options)
    {
        await using var plainDatabase = await BenchDatabase.Create("plain");
        await using var sealedDatabase = await BenchDatabase.Create("sealed");
        await using var plain = new Log(plainDatabase, isSealing: false);
        await using var encrypted = new Log(sealedDatabase, isSealing: true);
        foreach (var database in new[] { plainDatabase, sealedDatabase })
            await FilledLog.Fill(database.Address.ConnectionString, new LogOfManyYears().Events(options["events"]));
        await foreach (var some in encrypted.Sealing.Seal(batch: 2_000))
            Debug.Assert(some > 0);
        await encrypted.Sealing.Sweep();

        using var process = Process.GetCurrentProcess();
        var cores = OperatingSystem.IsLinux() ? process.ProcessorAffinity : 0;
        if (OperatingSystem.IsLinux())
            process.ProcessorAffinity = 1;
        List<double> before = [],
            after = [];
        for (var round = 0; round <= options["rounds"]; round++)
        {
            var (a, b) = await Pair(round, () => Decode(plain), () => Decode(encrypted));
            if (round == 0)
                continue;
            before.Add(a);
            after.Add(b);
        }
        if (OperatingSystem.IsLinux())
            process.ProcessorAffinity = cores;
        report.Add("replay, plain", "events/s of CPU", before);
        report.Add("replay, encrypted", "events/s of CPU", after);
        var cost = report.Add("cost of encrypted replay", "%", [.. before.Zip(after, (a, b) => (a / b - 1) * 100)]);
        report.AtMost("cost of encryption, replay on one core", 50, cost);
    }

    private static async Task<double> Decode(Log log)
    {
        // By the processor's time and not by the clock: what else the machine does is nobody's cost.
        var (before, events) = (Used(), 0L);
        await foreach (var recorded in log.Store.ReadAll(LogPosition.Start))
        {
            if (recorded.Event is UnreadableEvent or ErasedEvent)
                throw new InvalidOperationException($"{recorded.Name} at {recorded.Position} was not read.");
            events++;
        }
        return events / (Used() - before).TotalSeconds;
    }

    private static TimeSpan Used()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    /// <summary>Both, each first in turn: drift hits them alike.</summary>
    private static async Task<(double Plain, double Encrypted)> Pair(int round, Func<Task<double>> plain, Func<Task<double>> encrypted)
    {
        if (round % 2 == 0)
            return (await plain(), await encrypted());
        var second = await encrypted();
        return (await plain(), second);
    }

    private sealed class Log : IAsyncDisposable
    {
        private readonly NpgsqlDataSource source;
        private readonly ServiceProvider services;

        public Log(BenchDatabase database, bool isSealing)
        {
            source = NpgsqlDataSource.Create(LogConnectionSettings.Apply(new(database.Address.ConnectionString) { MaxAutoPrepare = 20 }));
            var registered = new ServiceCollection();
            if (isSealing)
                registered.AddTenantKeys(_ => source, new(new byte[32])).AddLogSealing(_ => source);
            services = registered.AddPostgresEventStore(_ => source).BuildServiceProvider();
        }

        public IEventStore Store => services.GetRequiredService<IEventStore>();

        public ILogSealing Sealing => services.GetRequiredService<ILogSealing>();

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await source.DisposeAsync();
        }
    }
}
