using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Campaigns.Integrations.Tests.Webhooks;

/// <summary>npm's <c>svix</c>, as receivers use it, installed beside the script that runs it.</summary>
internal static class Svix
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "svix");
    private static readonly Lazy<Task> Packages = new(Install);

    /// <summary>What a message says to a receiver with this secret; null when it does not believe it.</summary>
    public static async Task<JsonElement?> Verify(string secret, StandIn.Call call, string? body = null)
    {
        if (await Run("node", null, "--version") is not (0, _, _))
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", "Node is missing: CI needs it to verify webhooks.");
            Assert.Skip("Node is missing.");
        }
        await Packages.Value;
        var input = JsonSerializer.Serialize(
            new
            {
                secret,
                headers = call.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value),
                body = body ?? call.Body,
            }
        );
        var (code, output, errors) = await Run("node", input, "verify.mjs");
        Assert.True(code == 0 || errors.Contains("WebhookVerificationError", StringComparison.Ordinal), errors);
        return code == 0 ? JsonSerializer.Deserialize<JsonElement>(output) : null;
    }

    private static async Task Install()
    {
        var done = Path.Combine(Folder, "node_modules", ".installed");
        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        if (File.Exists(done) && await File.ReadAllTextAsync(done) == wanted)
            return;
        var (code, output, errors) = await Run("npm", null, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Assert.True(code == 0, output + errors);
        await File.WriteAllTextAsync(done, wanted);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(string program, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
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
