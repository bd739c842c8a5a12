using System.Diagnostics;
using Campaigns.Bench.History;
using Campaigns.Bench.Replay;
using Campaigns.Bench.Reports;
using Campaigns.Bench.Running;
using Campaigns.Harness;
using Campaigns.Projections;
using Campaigns.Projections.Reading;
using Npgsql;

namespace Campaigns.Bench.Project;

/// <summary>A whole log into all read models by the engine as the silo runs it, beside reading the same rows as bytes.</summary>
internal static class ProjectBench
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<int> Run(string[] args)
    {
        if (BenchOptions.Read("project", args, ("events", 200_000), ("rounds", 2)) is not { } options)
            return 2;

        var count = options["events"];
        var report = new BenchReport("project", $"{count:N0} events into {ReadModels.All.Count} read models, from empty");
        List<double> projected = [],
            cpu = [],
            bytes = [];
        for (var round = 1; round <= options["rounds"]; round++)
        {
            await Console.Error.WriteLineAsync($"round {round} of {options["rounds"]}");
            await using var database = await MigratedDatabase.Create(); // read models are empty but once
            await FilledLog.Fill(database.SuperuserConnectionString, new LogOfManyYears().Events(count));
            await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
            var raw = new RawRead(source);
            await raw.Run(); // warms the pages for both
            bytes.Add(await PerSecond(raw.Run, count));

            await using var spine = new Spine(database);
            var used = await CpuOfClientAndServer(database);
            var before = used.Used();
            projected.Add(await PerSecond(() => Project(spine), count));
            cpu.Add((used.Used() - before) / count ?? 0);
            await CheckNothingParked(source);
        }

        var median = report.Add("projected", "events/s", projected);
        report.Add("the same rows as bytes", "rows/s", bytes);
        report.Add("projected / bytes", "", [.. projected.Zip(bytes, (a, b) => a / b)]);
        report.Add("CPU of client and server, projected", "us/event", cpu);
        report.AtLeast("projected events per second", 60_000, median);
        return report.Print(options.Json);
    }

    private static async Task<CpuOf> CpuOfClientAndServer(MigratedDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var command = source.CreateCommand("select pg_backend_pid()");
        return CpuOf.Server((int)(await command.ExecuteScalarAsync())!);
    }

    private static async Task<double> PerSecond(Func<Task<long>> read, int expected)
    {
        var start = Stopwatch.GetTimestamp();
        var rows = await read();
        return rows == expected
            ? rows / Stopwatch.GetElapsedTime(start).TotalSeconds
            : throw new InvalidOperationException($"{rows:N0} events, not {expected:N0}.");
    }

    private static async Task<long> Project(Spine spine)
    {
        var head = await spine.Log.Head();
        await spine.Start();
        if (!await spine.Get<ReadConsistency>().WaitFor(head.ToString(), ReadModels.All, Patience))
            throw new TimeoutException($"The read models were not there within {Patience.TotalMinutes} minutes.");
        return (long)head.ToUInt64();
    }

    /// <summary>An event that was put aside was not projected.</summary>
    private static async Task CheckNothingParked(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("select count(*) from read.parked");
        if (await command.ExecuteScalarAsync() is not 0L)
            throw new InvalidOperationException("Some events could not be projected: read.parked holds them.");
    }
}
