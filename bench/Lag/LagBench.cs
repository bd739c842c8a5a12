using System.Collections.Concurrent;
using System.Diagnostics;
using Campaigns.Bench.Reports;
using Campaigns.Bench.Running;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Harness;
using Campaigns.Projections;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Reading;

namespace Campaigns.Bench.Lag;

/// <summary>From an acknowledged append until its row is read as the API reads it, at a steady rate of appends.</summary>
internal static class LagBench
{
    private const int Streams = 250;

    private static readonly TenantId Tenant = TenantId.Parse("org_bench");
    private static readonly ActorId Actor = ActorId.Parse("user_bench");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<int> Run(string[] args)
    {
        if (BenchOptions.Read("lag", args, ("rate", 500), ("seconds", 10), ("rounds", 5)) is not { } options)
            return 2;

        await using var database = await MigratedDatabase.Create();
        await using var spine = new Spine(database);
        await spine.Start();
        var campaigns = Enumerable.Range(0, Streams).Select(_ => new Subject(new(NewId()))).ToList();
        foreach (var campaign in campaigns)
            await campaign.Append(spine.Log, new CampaignEvent.Created("Spring", "A spring sale of bicycles in Lisbon.", null));

        var report = new BenchReport("lag", $"{options["rate"]} appends/s on {Streams} streams, read of campaigns by id");
        List<double[]> visible = [],
            acknowledged = [],
            rates = [];
        for (var round = 0; round <= options["rounds"]; round++) // the first warms
        {
            await Console.Error.WriteLineAsync(round == 0 ? "warming" : $"round {round} of {options["rounds"]}");
            var (lags, appends, rate) = await Round(spine, campaigns, options["rate"], options.Seconds("seconds"));
            if (round == 0)
                continue;
            visible.Add(lags);
            acknowledged.Add(appends);
            rates.Add([rate]);
        }

        report.Add("appends acknowledged", "/s", [.. rates.Select(one => one[0])]);
        report.Add("append, p50", "ms", [.. acknowledged.Select(one => Statistics.Percentile(one, 0.5))]);
        report.Add("append, p99", "ms", [.. acknowledged.Select(one => Statistics.Percentile(one, 0.99))]);
        report.Add("acknowledged to read, p50", "ms", [.. visible.Select(one => Statistics.Percentile(one, 0.5))]);
        var p99 = report.Add("acknowledged to read, p99", "ms", [.. visible.Select(one => Statistics.Percentile(one, 0.99))]);
        report.AtMost("p99 from acknowledged to read, ms", 50, p99);
        return report.Print(options.Json);
    }

    private static async Task<(double[] Lags, double[] Appends, double Rate)> Round(
        Spine spine,
        List<Subject> campaigns,
        int rate,
        TimeSpan duration
    )
    {
        var (consistency, reader) = (spine.Get<ReadConsistency>(), spine.Get<CampaignReader>());
        var (lags, appends) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        var (running, start) = (new List<Task>(), Stopwatch.GetTimestamp());
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            await tick.WaitForNextTickAsync();
            for (var due = Stopwatch.GetElapsedTime(start).TotalSeconds * rate; running.Count < due; )
                running.Add(One(campaigns[running.Count % campaigns.Count]));
        }
        await Task.WhenAll(running);
        return ([.. lags], [.. appends], running.Count / Stopwatch.GetElapsedTime(start).TotalSeconds);

        async Task One(Subject campaign)
        {
            var began = Stopwatch.GetTimestamp();
            var (name, appended) = await campaign.Rename(spine.Log);
            var acknowledged = Stopwatch.GetTimestamp();
            appends.Add(Stopwatch.GetElapsedTime(began, acknowledged).TotalMilliseconds);
            if (!await consistency.WaitFor(appended.Position.ToString(), [ReadModels.Campaigns], Patience))
                throw new TimeoutException($"The row was not there within {Patience.TotalSeconds} s.");
            var row = await reader.Find(Tenant, campaign.Id);
            if (row is null || row.Version < appended.Version || (row.Version == appended.Version && row.Name != name))
                throw new InvalidOperationException("The row that was read is older than the append.");
            lags.Add(Stopwatch.GetElapsedTime(acknowledged).TotalMilliseconds);
        }
    }

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    /// <summary>One campaign; its appends follow one another.</summary>
    private sealed class Subject(CampaignId id)
    {
        private Task<Appended> last = Task.FromResult(default(Appended));

        public CampaignId Id => id;

        public async Task<(string Name, Appended Appended)> Rename(IEventStore log)
        {
            var name = $"Spring {NewId()}";
            return (name, await Append(log, new CampaignEvent.Renamed(name)));
        }

        public Task<Appended> Append(IEventStore log, CampaignEvent happened) => last = After(last, log, happened);

        private async Task<Appended> After(Task<Appended> before, IEventStore log, CampaignEvent happened)
        {
            var version = (await before).Version;
            var metadata = new EventMetadata(Actor, TimeProvider.System.GetUtcNow(), CommandId.Parse(NewId().ToString()));
            return await log.Append(StreamName.Of("campaign", Tenant, id.Value), version, [new(NewId(), happened, metadata)]);
        }
    }
}
