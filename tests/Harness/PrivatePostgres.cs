using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Campaigns.Harness;

/// <summary>
/// The server behind <see cref="PostgresCluster"/>: a folder under <c>/var/tmp</c> that a `kill -9` may leave behind and the next run
/// sweeps away. PostgreSQL refuses to run as root, so root runs it as the user <c>postgres</c>.
/// </summary>
internal static class PrivatePostgres
{
    public const string Superuser = "superuser";

    private const string Prefix = "campaigns-test-";
    private const string Root = "/var/tmp"; // reachable by every user, and short: a socket's path ends at 107 bytes

    /// <summary>Starts a server and gives its port on 127.0.0.1. It stops, and its folder goes, when this process exits.</summary>
    public static int Start(string password)
    {
        SweepLeftOvers();

        var folder = Path.Combine(Root, Prefix + RandomNumberGenerator.GetHexString(8, lowercase: true));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "owner"), IdentityOf(Process.GetCurrentProcess()));
        var passwordFile = Path.Combine(folder, "password");
        File.WriteAllText(passwordFile, password);
        if (PostgresPrograms.RunAsOther)
            PostgresPrograms.Run("chown", "-R", "postgres", folder);

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder);

        var data = Path.Combine(folder, "data");
        PostgresPrograms.RunAsServer(
            "initdb",
            ["-D", data, "-U", Superuser, "-A", "scram-sha-256", $"--pwfile={passwordFile}", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"]
        );

        // Another process may take the free port first: then take another one.
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Next();
            try
            {
                var options = $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=300 -c fsync=on";
                PostgresPrograms.RunAsServer(
                    "pg_ctl",
                    ["-D", data, "-w", "-t", "60", "-s", "-l", Path.Combine(folder, "log"), "-o", options, "start"]
                );
                return port;
            }
            catch (InvalidOperationException) when (attempt < 5)
            {
                // the port, most likely; if it was something else, the last attempt tells
            }
        }
    }

    private static void SweepLeftOvers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Root, Prefix + "*"))
        {
            if (IsMine(folder) && !IsOwned(folder))
                Remove(folder);
        }
    }

    /// <summary>Another user's left-overs are that user's to sweep.</summary>
    private static bool IsMine(string folder)
    {
        try
        {
            using var probe = File.Open(Path.Combine(folder, "owner"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    private static bool IsOwned(string folder)
    {
        var owner = File.ReadAllText(Path.Combine(folder, "owner"));
        if (!int.TryParse(owner.Split(' ')[0], CultureInfo.InvariantCulture, out var id))
            return true; // being written this moment
        try
        {
            using var process = Process.GetProcessById(id);
            return IdentityOf(process) == owner;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false; // no such process
        }
    }

    /// <summary>A process id comes back one day; together with the start it does not.</summary>
    private static string IdentityOf(Process process) => $"{process.Id} {new DateTimeOffset(process.StartTime).ToUnixTimeSeconds()}";

    private static void Remove(string folder)
    {
        var data = Path.Combine(folder, "data");
        if (File.Exists(Path.Combine(data, "postmaster.pid")))
            PostgresPrograms.TryRunAsServer("pg_ctl", ["-D", data, "-m", "immediate", "-s", "-w", "stop"]);
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            Console.Error.WriteLine($"{folder} could not be deleted: {e.Message}");
        }
    }
}
