using System.Diagnostics;
using System.Globalization;

namespace Campaigns.Api.Tests.Subscriptions;

/// <summary>Runs the scripts in <c>graphql-clients/</c> with npm's packages installed beside them.</summary>
internal static class Node
{
    private const int Oldest = 20; // that graphql-ws runs on

    private static readonly Lazy<Task> Packages = new(Install);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "graphql-clients");

    /// <summary>Starts a script. Without Node the test is skipped; in CI that is a failure.</summary>
    public static async Task<Process> Start(params string[] arguments)
    {
        if (await Version() < Oldest)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", $"Node {Oldest} is missing: CI needs it.");
            Assert.Skip($"Node {Oldest} is missing.");
        }
        await Packages.Value;
        return Run("node", arguments);
    }

    private static async Task<int> Version()
    {
        try
        {
            using var process = Run("node", "--version");
            var version = await process.StandardOutput.ReadToEndAsync(); // v20.1.2
            return int.Parse(version.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0; // no such program
        }
    }

    private static async Task Install()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules")))
            return;
        using var process = Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await errors);
    }

    private static Process Run(string program, params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
