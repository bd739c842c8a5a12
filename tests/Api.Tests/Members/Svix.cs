using System.Diagnostics;
using System.Globalization;

namespace Campaigns.Api.Tests.Members;

/// <summary>npm's <c>svix</c>, with which Clerk signs.</summary>
internal static class Svix
{
    private static readonly Lazy<Task> Packages = new(Install);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "svix");

    /// <summary>Whether Node is; in CI it must be.</summary>
    public static async Task<bool> IsHere()
    {
        try
        {
            await Run("node", "--version");
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Environment.GetEnvironmentVariable("CI") == "true";
        }
    }

    /// <summary>The header <c>svix-signature</c>.</summary>
    public static async Task<string> Sign(string secret, string id, long seconds, string body)
    {
        await Packages.Value;
        return (await Run("node", "sign.mjs", secret, id, seconds.ToString(CultureInfo.InvariantCulture), body)).Trim();
    }

    private static async Task Install()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            await Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await errors);
        return await output;
    }
}
