using System.Diagnostics;
using System.Globalization;
using System.Text;
using Campaigns.Harness;

namespace Campaigns.Bench.Running;

/// <summary>One of our executables, running beside the bench until it is disposed of.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private const double MillisecondsPerTick = 10; // Linux counts CPU time in hundredths of a second

    private readonly Process process;
    private readonly StringBuilder output = new();

    private ChildProgram(ProcessStartInfo start)
    {
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>From the start of the process to its first healthy answer.</summary>
    public TimeSpan TookToReady { get; private set; }

    /// <summary>Completes when the process has ended.</summary>
    public Task Ended => process.WaitForExitAsync();

    public bool HasEnded => process.HasExited;

    /// <summary>What is in memory of it, megabytes (2^20 bytes).</summary>
    public double ResidentMegabytes =>
        File.ReadLines($"/proc/{process.Id}/status")
            .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
            .Single();

    /// <summary>CPU time used so far, milliseconds: as finely as the kernel counts it.</summary>
    public double CpuMilliseconds
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' '); // from the state on: user time 11, system time 12
            return fields[11..13].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) * MillisecondsPerTick;
        }
    }

    /// <summary>The end of what it printed.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Starts a program of <c>src</c>, which must be built, and waits until an address answers 200.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not get ready in time; with its last words.</exception>
    public static async Task<ChildProgram> Start(
        string project,
        string assembly,
        IEnumerable<string> arguments,
        IEnumerable<KeyValuePair<string, string>> environment,
        Uri readyAt
    )
    {
        var program = Launch(project, assembly, arguments, environment);
        try
        {
            program.TookToReady =
                await program.Ready(readyAt) ?? throw new InvalidOperationException($"The program ended: {program.Output}");
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a program of <c>src</c>, which must be built, and waits for nothing.</summary>
    /// <exception cref="InvalidOperationException">It is not built.</exception>
    public static ChildProgram Launch(
        string project,
        string assembly,
        IEnumerable<string> arguments,
        IEnumerable<KeyValuePair<string, string>> environment
    )
    {
        var path = Checkout.PathOf($"src/{project}/bin/Release/net10.0/{assembly}.dll");
        if (!File.Exists(path))
            throw new InvalidOperationException($"{path} is not built: ./campaigns bench builds it.");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { path },
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(start);
    }

    /// <summary><c>kill -9</c>.</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    /// <summary>How long until an address answers 200; null when the program ends before.</summary>
    /// <exception cref="InvalidOperationException">It takes too long.</exception>
    public async Task<TimeSpan?> Ready(Uri address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var began = Stopwatch.StartNew();
        while (began.Elapsed < TimeSpan.FromSeconds(90))
        {
            if (process.HasExited)
                return null;
            try
            {
                using var reply = await http.GetAsync(address);
                if (reply.IsSuccessStatusCode)
                    return began.Elapsed;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet: that is what is waited for.
            }
            await Task.Delay(50);
        }
        throw new InvalidOperationException($"{address} did not get ready: {Output}");
    }

    private void Note(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
            if (output.Length > 20_000)
                output.Remove(0, 10_000);
        }
    }
}
