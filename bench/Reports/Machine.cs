namespace Campaigns.Bench.Reports;

/// <summary>What else the machine is at.</summary>
internal static class Machine
{
    /// <summary>The load averages over 1, 5 and 15 minutes, or why they are not known.</summary>
    public static string Load() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
