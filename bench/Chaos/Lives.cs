using System.Diagnostics;
using System.Globalization;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Chaos;

/// <summary>One life of the silo.</summary>
/// <param name="Manner">How it ended.</param>
/// <param name="WasInPublishing">Whether a publish call that it began has no recorded outcome.</param>
/// <param name="Ready">From its start to its first healthy answer; null when it did not live so long.</param>
internal sealed record Life(string Manner, bool WasInPublishing, TimeSpan? Ready);

/// <summary>Starts the silo and has it killed, again and again.</summary>
internal sealed class Lives(RunningSystem system, Ledger ledger, Faults faults, Random random)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);

    /// <summary>Whoever did not come to its end so long after it was ready is killed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(6);

    /// <summary>The same where something is due, and is worth waiting for.</summary>
    private static readonly TimeSpan LongestInPublishing = TimeSpan.FromSeconds(15);

    /// <summary>A quarter is asked for.</summary>
    private const double ShareInPublishing = 0.4;

    public List<Life> All { get; } = [];

    /// <summary>Whether as many ended between the intent to publish and its outcome as is asked for.</summary>
    public bool HasQuarter => All.Count(life => life.WasInPublishing) * 4 >= All.Count;

    /// <summary>A life, from its start to its end by <c>kill -9</c>.</summary>
    public async Task One(CancellationToken ct)
    {
        await ledger.ReadOn(ct);
        var behind = All.Count(life => life.WasInPublishing) < ShareInPublishing * (All.Count + 1);
        var death = Death.Draw(random, behind && ledger.HasDueBefore(TimeProvider.System.GetUtcNow() + Longest));
        await faults.Some(ct);
        if (death is Death.DuringPublish)
            await faults.SlowPublishing(ct);
        var born = ledger.Position;

        var silo = system.LaunchSilo(
            death is Death.AtFailpoint { Place: var place, Passing: var passing }
                ? [new("CAMPAIGNS_FAILPOINT", $"{place}:{passing.ToString(CultureInfo.InvariantCulture)}")]
                : []
        );
        var ready = silo.Ready(new(system.Api, "health/ready"));
        var killed = await Watch(silo, ready, death, () => ledger.HasIntentSince(born), ct);
        await silo.Ended.WaitAsync(ct);
        var took = await ready;
        await system.StopSilo();
        await ledger.ReadOn(ct);
        All.Add(new(killed, ledger.HasIntentSince(born), took));
    }

    /// <summary>Waits for the end that was meant, or brings it about; how it came.</summary>
    private async Task<string> Watch(ChildProgram silo, Task<TimeSpan?> ready, Death death, Func<bool> hasIntent, CancellationToken ct)
    {
        var (age, sinceReady) = (Stopwatch.StartNew(), new Stopwatch());
        while (!silo.HasEnded)
        {
            if (ready.IsCompleted && !sinceReady.IsRunning)
                sinceReady.Start();
            switch (death)
            {
                case Death.AtMoment { After: var after } when age.Elapsed > after:
                    silo.Kill();
                    return death.Manner;
                case Death.DuringPublish { After: var after } when await SawIntent(hasIntent, ct):
                    await Task.Delay(after, ct);
                    silo.Kill();
                    return death.Manner;
                case not Death.AtMoment when sinceReady.Elapsed > (death.IsInPublishing ? LongestInPublishing : Longest):
                    silo.Kill();
                    return "kill -9 as nothing came";
            }
            await Task.Delay(Look, ct);
        }
        return death is Death.AtFailpoint ? death.Manner : throw new InvalidOperationException($"The silo ended by itself: {silo.Output}");
    }

    private async Task<bool> SawIntent(Func<bool> hasIntent, CancellationToken ct)
    {
        await ledger.ReadOn(ct);
        return hasIntent();
    }
}
