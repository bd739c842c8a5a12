using System.Diagnostics;
using Campaigns.Bench.History;
using Campaigns.Bench.Reports;
using Campaigns.Domain;
using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.Bench.Replay;

/// <summary>Decoding a whole log through the port, beside reading the same rows as bytes.</summary>
internal static class ReplayBench
{
    public static async Task<int> Run(string[] args)
    {
        if (BenchOptions.Read("replay", args, ("events", 500_000), ("rounds", 5)) is not { } options)
            return 2;

        await using var database = await BenchDatabase.Create();
        await Console.Error.WriteLineAsync($"filling a log of {options["events"]:N0} events");
        await FilledLog.Fill(
            database.Address.ConnectionString,
            EveryKind.In(new LogOfManyYears().Events(options["events"]), options["events"]),
            everyKind: true
        );
        await using var source = NpgsqlDataSource.Create(
            LogConnectionSettings.Apply(new(database.Address.ConnectionString) { MaxAutoPrepare = 20 })
        );
        await using var services = new ServiceCollection().AddPostgresEventStore(_ => source).BuildServiceProvider();
        var store = services.GetRequiredService<IEventStore>();
        var raw = new RawRead(source);

        var report = new BenchReport(
            "replay",
            $"{options["events"]:N0} events, {EventCatalogue.All.Count} kinds, PostgreSQL {await database.Setting("server_version")}"
        );
        var cpu = await database.Cpu();
        List<(double PerSecond, double Cpu)> decoded = [],
            bytes = [];
        for (var round = 0; round <= options["rounds"]; round++) // the first warms
        {
            var (a, b) =
                round % 2 == 0
                    ? (await PerSecond(() => Decode(store)), await PerSecond(raw.Run))
                    : Swap(await PerSecond(raw.Run), await PerSecond(() => Decode(store)));
            if (round == 0)
                continue;
            decoded.Add(a);
            bytes.Add(b);
        }

        var median = report.Add("decoded through the port", "events/s", [.. decoded.Select(one => one.PerSecond)]);
        report.Add("the same rows as bytes", "rows/s", [.. bytes.Select(one => one.PerSecond)]);
        report.Add("decoded / bytes", "", [.. decoded.Zip(bytes, (a, b) => a.PerSecond / b.PerSecond)]);
        report.Add("CPU of client and server, decoded", "us/event", [.. decoded.Select(one => one.Cpu)]);
        report.Add("CPU of client and server, bytes", "us/row", [.. bytes.Select(one => one.Cpu)]);
        report.AtLeast("decoded events per second", 300_000, median);
        return report.Print(options.Json);

        async Task<(double PerSecond, double Cpu)> PerSecond(Func<Task<long>> read)
        {
            var (before, start) = (cpu.Used(), Stopwatch.GetTimestamp());
            var rows = await read();
            if (rows != options["events"])
                throw new InvalidOperationException($"{rows:N0} rows were read.");
            return (rows / Stopwatch.GetElapsedTime(start).TotalSeconds, (cpu.Used() - before) / rows ?? 0);
        }
    }

    private static (T Decoded, T Raw) Swap<T>(T raw, T decoded) => (decoded, raw);

    private static async Task<long> Decode(IEventStore store)
    {
        var events = 0L;
        await foreach (var recorded in store.ReadAll(LogPosition.Start))
        {
            if (recorded.Event is UnreadableEvent unreadable)
                throw new InvalidOperationException(unreadable.Reason);
            events++;
        }
        return events;
    }
}
