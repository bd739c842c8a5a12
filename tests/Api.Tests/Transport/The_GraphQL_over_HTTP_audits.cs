using System.Diagnostics;
using System.Text.Json;
using Campaigns.Api.Tests.Auth;

namespace Campaigns.Api.Tests.Transport;

/// <summary>The audits of npm's graphql-http, run by Node against the API with a session token.</summary>
public sealed class The_GraphQL_over_HTTP_audits(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "graphql-http");

    [Fact]
    public async Task all_pass()
    {
        Assert.SkipUnless(await NodeIsHere() || Environment.GetEnvironmentVariable("CI") == "true", "Node is not installed.");
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            await Run("npm", "ci", "--no-audit", "--no-fund");

        var output = await Run("node", "audit.mjs", new Uri(server.Http.BaseAddress!, "/graphql").ToString(), server.Token());

        var audits = JsonElement.Parse(output).EnumerateArray().ToList();
        Assert.True(audits.Count >= 60, $"There are only {audits.Count} audits.");
        Assert.Empty(audits.Where(audit => audit.GetProperty("status").GetString() != "ok").Select(audit => audit.GetRawText()));
    }

    private static async Task<bool> NodeIsHere()
    {
        try
        {
            await Run("node", "--version");
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (
                process.StandardOutput.ReadToEndAsync(patience.Token),
                process.StandardError.ReadToEndAsync(patience.Token)
            );
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"{program} {arguments[0]}: {await errors}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
