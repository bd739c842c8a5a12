namespace Campaigns.Domain.Tests;

/// <summary>
/// A file that keeps what is stored as it is. With <c>CAMPAIGNS_GOLDEN=write</c> a missing one is written; one that differs is never
/// overwritten: what is in a log somewhere cannot be changed here.
/// </summary>
internal static class GoldenFile
{
    public static string Folder { get; } = Checkout.PathOf("tests/Domain.Tests/Golden");

    private static bool MayWrite => Environment.GetEnvironmentVariable("CAMPAIGNS_GOLDEN") == "write";

    /// <summary>The file's text, which is the actual one; else a failure that says what to do.</summary>
    public static string Expect(string name, string actual, string whenChanged)
    {
        var path = Path.Combine(Folder, name);
        if (!File.Exists(path) && MayWrite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual + "\n");
        }

        Assert.True(File.Exists(path), $"Golden/{name} is missing. Is it new? Run these tests with CAMPAIGNS_GOLDEN=write and commit it.");
        var golden = File.ReadAllText(path).TrimEnd('\n');
        Assert.True(golden == actual, $"Golden/{name} differs. {whenChanged}\n--- golden\n{golden}\n--- now\n{actual}");
        return golden;
    }
}
