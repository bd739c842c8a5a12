using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Tests;

/// <summary>Runs the scripts in <c>sdk/</c>, each once, with the vendors' packages installed beside them.</summary>
internal static class Node
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "sdk");
    private static readonly Lazy<Task> Packages = new(Install);
    private static readonly ConcurrentDictionary<string, Lazy<Task<Dictionary<string, string?>>>> Ran = new();

    /// <summary>Without Node the test is skipped; in CI that is a failure.</summary>
    public static async Task Holds(string file, string name, RunningSandbox sandbox)
    {
        if (await Run("node", "--version") is not (0, _, _))
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", "Node is missing: CI needs it for the vendors' SDKs.");
            Assert.Skip("Node is missing.");
        }
        await Packages.Value;
        var cases = await Ran.GetOrAdd(file, _ => new(() => RunCases(file, sandbox))).Value;
        Assert.True(cases.TryGetValue(name, out var error), $"{file} has no case {name}.");
        Assert.True(error is null, error);
    }

    private static async Task<Dictionary<string, string?>> RunCases(string file, RunningSandbox sandbox)
    {
        var address = sandbox.Address.GetLeftPart(UriPartial.Authority);
        var (code, output, errors) = await Run("node", "run.mjs", file, address, sandbox.Pictures);
        Assert.True(code == 0, errors);
        return output
            .Split('\n')
            .Where(line => line.StartsWith("{\"name\"", StringComparison.Ordinal))
            .Select(line => JsonNode.Parse(line)!)
            .ToDictionary(one => one["name"]!.ToString(), one => one["error"]?.ToString());
    }

    private static async Task Install()
    {
        var done = Path.Combine(Folder, "node_modules", ".installed");
        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        if (File.Exists(done) && await File.ReadAllTextAsync(done) == wanted)
            return;
        var (code, output, errors) = await Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Assert.True(code == 0, output + errors);
        await File.WriteAllTextAsync(done, wanted);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await errors);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, "", e.Message); // no such program
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
