using System.Diagnostics;
using System.Globalization;

namespace Campaigns.Harness;

/// <summary>PostgreSQL's programs, from the PATH or from where Debian keeps them, run as a user that PostgreSQL accepts.</summary>
internal static class PostgresPrograms
{
    private static readonly Lazy<string> Folder = new(Find);

    /// <summary>Whether the server runs as the user <c>postgres</c>, since we are root.</summary>
    public static bool RunAsOther { get; } = Environment.UserName == "root";

    public static void RunAsServer(string program, string[] arguments)
    {
        var path = Path.Combine(Folder.Value, program);
        if (RunAsOther)
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    /// <summary>A program that speaks to a server, as whoever we are: the one of the server's version, wherever links to that lead.</summary>
    public static void RunAsClient(string program, params string[] arguments)
    {
        var server = Path.Combine(Folder.Value, "initdb");
        var folder = Path.GetDirectoryName(File.ResolveLinkTarget(server, returnFinalTarget: true)?.FullName ?? server)!;
        Run(Path.Combine(folder, program), arguments);
    }

    /// <summary>For stopping a server that may be gone already.</summary>
    public static void TryRunAsServer(string program, string[] arguments)
    {
        try
        {
            RunAsServer(program, arguments);
        }
        catch (InvalidOperationException e)
        {
            Console.Error.WriteLine(e.Message);
        }
    }

    public static void Run(string program, params string[] arguments)
    {
        // The server inherits what pg_ctl has: its output must not keep a pipe of ours open, so errors go to a file.
        var errors = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/", RedirectStandardInput = true };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("out=$1; shift; exec \"$@\" >\"$out\" 2>&1");
            start.ArgumentList.Add("sh");
            start.ArgumentList.Add(errors);
            start.ArgumentList.Add(program);
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);

            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException(
                    $"{program} {string.Join(' ', arguments)} gave {process.ExitCode}: {File.ReadAllText(errors)}"
                );
        }
        finally
        {
            File.Delete(errors);
        }
    }

    private static string Find()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")));
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder =>
                    int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) ? major : 0
                )
                .Select(folder => Path.Combine(folder, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            : [];
        return onPath.Concat(debian).FirstOrDefault()
            ?? throw new InvalidOperationException(
                "PostgreSQL's initdb is neither on the PATH nor under /usr/lib/postgresql. Install PostgreSQL 15 or newer."
            );
    }
}
