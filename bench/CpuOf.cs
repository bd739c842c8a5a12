using System.Diagnostics;
using System.Globalization;

namespace Campaigns.Bench;

/// <summary>
/// CPU time of this process and of a PostgreSQL on this machine. Unlike throughput it says the same next to noisy neighbours.
/// </summary>
internal sealed class CpuOf
{
    private const double MicrosecondsPerTick = 10_000; // Linux counts CPU time in hundredths of a second

    private readonly string? postmaster;

    private CpuOf(string? postmaster) => this.postmaster = postmaster;

    /// <summary>Finds the server by one of its backends.</summary>
    public static CpuOf Server(int backend) => new(Fields(backend.ToString(CultureInfo.InvariantCulture)) is { } fields ? fields[1] : null);

    /// <summary>Microseconds used so far by client and server together; null when the server runs elsewhere.</summary>
    public double? Used()
    {
        if (postmaster is null)
            return null;
        var server = Directory
            .EnumerateDirectories("/proc")
            .Select(folder => Path.GetFileName(folder))
            .Where(name => char.IsAsciiDigit(name[0]))
            .Select(Fields)
            .Where(fields => fields is not null && fields[1] == postmaster)
            .Sum(fields =>
                double.Parse(fields![11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)
            );
        using var client = Process.GetCurrentProcess();
        return server * MicrosecondsPerTick + client.TotalProcessorTime.TotalMicroseconds;
    }

    /// <summary>What the kernel tells of a process, from its state on: parent 1, user time 11, system time 12.</summary>
    private static string[]? Fields(string process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat.Contains("(postgres)", StringComparison.Ordinal) ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : null;
        }
        catch (IOException)
        {
            return null; // no process, or gone meanwhile
        }
    }
}
