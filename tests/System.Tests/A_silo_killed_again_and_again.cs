using System.Diagnostics;
using Campaigns.Harness;

namespace Campaigns.RunningSystem;

/// <summary>A small <c>./campaigns chaos</c>: it has a system of its own, and says by its exit code what came of it.</summary>
public sealed class A_silo_killed_again_and_again
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4); // ten times what it takes on a machine with nothing else to do

    [Fact]
    public async Task while_the_platform_fails_publishes_each_post_exactly_once()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Checkout.PathOf("bench/bin/Release/net10.0/campaigns-bench.dll"), "chaos" },
        };
        foreach (var argument in new[] { "--posts", "8", "--kills", "4", "--seed", "3", "--patience", "90" })
            start.ArgumentList.Add(argument);
        using var patience = new CancellationTokenSource(Patience);
        using var chaos = Process.Start(start)!;
        try
        {
            var (report, progress) = (
                chaos.StandardOutput.ReadToEndAsync(patience.Token),
                chaos.StandardError.ReadToEndAsync(patience.Token)
            );
            await chaos.WaitForExitAsync(patience.Token);
            Assert.True(chaos.ExitCode == 0, $"{await progress}\n{await report}");
        }
        finally
        {
            if (!chaos.HasExited)
                chaos.Kill(entireProcessTree: true);
        }
    }
}
