using System.Diagnostics;
using System.Net;
using System.Text;
using Campaigns.Harness;

namespace Campaigns.Silo.Tests;

/// <summary>The real executable as a process of its own, told nothing but what a test tells it.</summary>
internal sealed class Executable : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private Executable(string[] arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "campaigns-silo.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var known in Configuration.KnownVariables.All)
            start.Environment.Remove(known.Name); // what the machine happens to have set
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Note(output, line.Data);
        process.ErrorDataReceived += (_, line) => Note(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Text(output);

    public string Errors => Text(errors);

    public static Executable Start(string[] arguments, IReadOnlyDictionary<string, string?> environment) => new(arguments, environment);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(
        IReadOnlyDictionary<string, string?> environment,
        params string[] arguments
    )
    {
        await using var run = new Executable(arguments, environment);
        var code = await run.End();
        return (code, run.Output, run.Errors);
    }

    /// <summary>An environment for the real thing over a test's database. Ports are free ones.</summary>
    public static Dictionary<string, string?> EnvironmentOf(MigratedDatabase database) =>
        new()
        {
            ["DATABASE_URL"] = database.OwnerConnectionString,
            ["DATABASE_URL_SILO"] = database.SiloConnectionString,
            ["DATABASE_URL_API"] = database.ApiConnectionString,
            ["CAMPAIGNS_MASTER_KEY"] = GoodEnvironment.MasterKey,
            ["CAMPAIGNS_SANDBOX"] = "true",
            ["CAMPAIGNS_CLUSTER_ID"] = database.Name,
            ["CAMPAIGNS_SILO_PORT"] = $"{FreePort.Next()}",
            ["CAMPAIGNS_GATEWAY_PORT"] = $"{FreePort.Next()}",
            ["CAMPAIGNS_MEDIA_DIR"] = Path.Combine(Path.GetTempPath(), $"campaigns-media-{database.Name}"),
            ["CLERK_ISSUER"] = "http://127.0.0.1:9/clerk",
            ["CLERK_AUTHORIZED_PARTIES"] = "http://localhost:5173",
            ["PUBLIC_BASE_URL"] = "http://127.0.0.1:9",
        };

    /// <summary>As the operating system's own <c>kill -9</c>.</summary>
    public void Kill() => process.Kill();

    /// <summary>Asks it to stop, as an operator would.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        return await End();
    }

    public async Task<int> End()
    {
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It did not end within {Patience.TotalSeconds} s.\n{Errors}\n{Output}");
        }

        return process.ExitCode;
    }

    /// <summary>Asks until it answers with this status, and gives the answer.</summary>
    public async Task<string> Answer(string url, HttpStatusCode status)
    {
        using var http = new HttpClient();
        using var deadline = new CancellationTokenSource(Patience);
        var last = "nothing";
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(url, deadline.Token);
                last = await answer.Content.ReadAsStringAsync(deadline.Token);
                if (answer.StatusCode == status)
                    return last;
                await Task.Delay(100, deadline.Token);
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(100, deadline.Token); // not listening yet, or not any more
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                throw new TimeoutException($"{url} did not answer {status}; it said last: {last}\n{Errors}\n{Output}", e);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static void Note(StringBuilder text, string? line)
    {
        if (line is null)
            return; // the stream has ended
        lock (text)
            text.AppendLine(line);
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}
