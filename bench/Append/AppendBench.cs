using System.Diagnostics;

namespace Campaigns.Bench.Append;

/// <summary>Acknowledged single-event appends beside two limits on the same cluster in the same run.</summary>
internal static class AppendBench
{
    public static async Task<int> Run(string[] args)
    {
        if (!AppendOptions.TryRead(args, out var options))
        {
            await Console.Error.WriteLineAsync($"append takes --json, --rounds N and --seconds S, not '{string.Join(' ', args)}'.");
            return 2;
        }

        await using var database = await BenchDatabase.Create();
        await using var log = new ThroughTheLog(database);
        await using var each = new OneTransactionEach(database);
        await using var copy = new CopyOfRows(database);

        var cpu = await database.Cpu();
        List<Segment> segments =
        [
            new("log 1", log, 1),
            new("each 1", each, 1),
            new("log 64", log, 64),
            new("each 64", each, 64),
            new("log 1024", log, 1024),
            new("each 1024", each, 1024),
            new("copy", copy, 1),
        ];

        foreach (var segment in segments)
            await segment.Measure(options.Duration, cpu); // warm: compiled, connected, prepared, and the disk's files grown
        foreach (var segment in segments)
            segment.Rounds.Clear();

        for (var round = 0; round < options.Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"round {round + 1} of {options.Rounds}");
            foreach (var segment in round % 2 == 0 ? segments : Enumerable.Reverse(segments)) // drift hits both ends alike
                await segment.Measure(options.Duration, cpu);
        }

        var report = AppendReport.Of(segments.ToDictionary(s => s.Name, s => s.Rounds), await Setup(database), options);
        Console.Out.WriteLine(options.Json ? report.ToJson() : report.ToTable());
        return 0;
    }

    private static async Task<string> Setup(BenchDatabase database)
    {
        var version = await database.Setting("server_version");
        var (fsync, commit) = (await database.Setting("fsync"), await database.Setting("synchronous_commit"));
        return $"PostgreSQL {version}, fsync {fsync}, synchronous_commit {commit}, {Environment.ProcessorCount} cores for client and server";
    }

    private sealed record Segment(string Name, IAppendScheme Scheme, int InFlight)
    {
        public List<Measured> Rounds { get; } = [];

        public async Task Measure(TimeSpan duration, CpuOf cpu)
        {
            await Scheme.Clear();
            var (before, start) = (cpu.Used(), Stopwatch.GetTimestamp());
            var measured = await Scheme.Run(InFlight, duration);
            var appends = measured.PerSecond * Stopwatch.GetElapsedTime(start).TotalSeconds;
            Rounds.Add(measured with { Cpu = (cpu.Used() - before) / appends ?? 0 });
        }
    }
}
