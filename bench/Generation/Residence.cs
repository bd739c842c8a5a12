using Campaigns.Bench.Running;

namespace Campaigns.Bench.Generation;

/// <summary>How much of a program is in memory, looked at ten times a second.</summary>
internal sealed class Residence : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource end = new();
    private readonly Task<double> looking;

    public Residence(ChildProgram program)
    {
        Before = program.ResidentMegabytes;
        looking = Task.Run(() => Look(program));
    }

    /// <summary>When it began to be looked at, megabytes (2^20 bytes).</summary>
    public double Before { get; }

    /// <summary>The most since then; nobody looks any more.</summary>
    public async Task<double> Most()
    {
        await end.CancelAsync();
        return await looking;
    }

    public async ValueTask DisposeAsync()
    {
        await Most();
        end.Dispose();
    }

    private async Task<double> Look(ChildProgram program)
    {
        var most = Before;
        while (!end.IsCancellationRequested)
        {
            most = Math.Max(most, program.ResidentMegabytes);
            await Task.Delay(LookEvery);
        }
        return most;
    }
}
