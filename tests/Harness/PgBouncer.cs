using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Campaigns.Database;
using Npgsql;

namespace Campaigns.Harness;

/// <summary>
/// A PgBouncer in transaction mode before the tests' cluster, set up as Neon's is: no start-up parameter is ignored, and prepared statements are
/// kept where its version can.
/// </summary>
public sealed class PgBouncer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder;
    private readonly MigratedDatabase database;

    private PgBouncer(string folder, MigratedDatabase database, int port) => (this.folder, this.database, Port) = (folder, database, port);

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>As <c>campaigns_silo</c>, through it.</summary>
    public string SiloUrl => Url(ServingRoles.Silo);

    /// <summary>As <c>campaigns_api</c>, through it.</summary>
    public string ApiUrl => Url(ServingRoles.Api);

    /// <summary>Starts one.</summary>
    /// <param name="database">Whose cluster it stands before.</param>
    /// <param name="connections">How many it opens to the server for each role.</param>
    /// <exception cref="InvalidOperationException">Debian's package <c>pgbouncer</c> is not installed, or it does not start.</exception>
    public static async Task<PgBouncer> Start(MigratedDatabase database, int connections)
    {
        ArgumentNullException.ThrowIfNull(database);
        var program = Find();
        var folder = Path.Combine("/var/tmp", $"campaigns-pooler-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        Directory.CreateDirectory(folder);
        var bouncer = new PgBouncer(folder, database, FreePort.Next());
        bouncer.Configure(program, connections);
        if (PostgresPrograms.RunAsOther)
            PostgresPrograms.Run("chown", "-R", "postgres", folder);
        string[] daemon = [program, "-d", "-q", Path.Combine(folder, "pgbouncer.ini")];
        if (PostgresPrograms.RunAsOther)
            PostgresPrograms.Run("runuser", ["-u", "postgres", "--", .. daemon]);
        else
            PostgresPrograms.Run(daemon[0], daemon[1..]);
        await bouncer.WaitUntilItAnswers();
        return bouncer;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (File.Exists(PidFile) && int.TryParse(File.ReadAllText(PidFile), CultureInfo.InvariantCulture, out var id))
            Stop(id);
        Directory.Delete(folder, recursive: true);
    }

    private string PidFile => Path.Combine(folder, "pid");

    private void Configure(string program, int connections)
    {
        var server = new NpgsqlConnectionStringBuilder(database.SiloConnectionString);
        File.WriteAllLines(
            Path.Combine(folder, "users"),
            new[] { ServingRoles.Silo, ServingRoles.Api }.Select(role => $"\"{role}\" \"{PostgresCluster.PasswordOf(role)}\"")
        );
        File.WriteAllText(
            Path.Combine(folder, "pgbouncer.ini"),
            $"""
            [databases]
            * = host={server.Host} port={server.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {Port}
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = {folder}/users
            pool_mode = transaction
            default_pool_size = {connections}
            max_client_conn = 500
            ignore_startup_parameters =
            {(KeepsStatements(program) ? "max_prepared_statements = 1000" : "")}
            logfile = {folder}/log
            pidfile = {PidFile}

            """
        );
    }

    private string Url(string role) =>
        $"postgresql://{role}:{PostgresCluster.PasswordOf(role)}@127.0.0.1:{Port}/{database.Name}?pgbouncer=true";

    private async Task WaitUntilItAnswers()
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(PostgresUrl.Read("pooler", ApiUrl).ConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (began.Elapsed < Patience)
            {
                await Task.Delay(50); // not listening yet
            }
        }
    }

    private static void Stop(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            Console.Error.WriteLine("PgBouncer had ended by itself."); // its log told why, and goes with the folder
        }
    }

    // Since 1.21; older ones refuse a setting that they do not know.
    private static bool KeepsStatements(string program)
    {
        var start = new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd().Split('\n')[0].Split(' ');
        process.WaitForExit();
        return Version.TryParse(said[^1], out var version) && version >= new Version(1, 21);
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, "pgbouncer"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("PgBouncer is neither on the PATH nor in /usr/sbin: apt-get install pgbouncer");
}
