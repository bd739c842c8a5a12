using System.Data.Common;
using System.Net;
using Npgsql;

namespace Campaigns.Database;

/// <summary>
/// The address of a database, as operators write it: <c>postgresql://user:password@host:port/database?sslmode=require</c>, or Npgsql's
/// own <c>Host=…;Username=…</c>. It knows the variable it came from, so that an error can name it. Secrets never get into its text.
/// </summary>
public sealed class PostgresUrl
{
    // As Prisma and others write it.
    private const string Pooler = "pgbouncer";

    private PostgresUrl(string variable, NpgsqlConnectionStringBuilder settings, IReadOnlyList<string> ignored)
    {
        Variable = variable;
        ConnectionString = settings.ConnectionString;
        Host = settings.Host!;
        Database = settings.Database ?? settings.Username ?? "";
        Username = settings.Username ?? "";
        Password = settings.Password;
        IsPooled = ignored.Contains(Pooler) || Host.Contains("-pooler.", StringComparison.OrdinalIgnoreCase);
        Ignored = [.. ignored.Where(name => name != Pooler)];
    }

    /// <summary>The environment variable it was read from.</summary>
    public string Variable { get; }

    /// <summary>What Npgsql takes. It holds the password: not for logs.</summary>
    public string ConnectionString { get; }

    /// <summary>Host name, address, or folder of a Unix socket.</summary>
    public string Host { get; }

    /// <summary>The database's name.</summary>
    public string Database { get; }

    /// <summary>The role that logs in.</summary>
    public string Username { get; }

    /// <summary>Parameters of the address that mean nothing here, by name: they were left out.</summary>
    public IReadOnlyList<string> Ignored { get; }

    internal string? Password { get; }

    /// <summary>
    /// Whether a transaction-mode pooler stands before the database: the address says so by <c>pgbouncer=true</c>, or by Neon's name for it.
    /// </summary>
    public bool IsPooled { get; }

    /// <summary>Reads <paramref name="value"/>, the content of the environment variable <paramref name="variable"/>.</summary>
    /// <exception cref="DatabaseConfigurationException">It is empty or malformed; the message names the variable, never the secret.</exception>
    public static PostgresUrl Read(string variable, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new DatabaseConfigurationException(
                $"{variable} is not set. It should be like postgresql://user:password@host:5432/database"
            );

        var ignored = new List<string>();
        var settings = value.Contains("://", StringComparison.Ordinal)
            ? PostgresUri.Convert(variable, value.Trim(), ignored)
            : Keywords(variable, value);

        if (string.IsNullOrEmpty(settings.Host))
            throw new DatabaseConfigurationException($"{variable} names no host.");

        settings.GssEncryptionMode = GssEncryptionMode.Disable; // nobody here has Kerberos; asking costs a round trip
        if (IsLoopback(settings.Host) && !Says(settings, "SSL Mode"))
            settings.SslMode = SslMode.Disable; // nothing leaves the machine

        var url = new PostgresUrl(variable, settings, ignored);
        if (!url.IsPooled)
            return url;

        settings.NoResetOnClose = true; // the pooler hands out another connection each time: there is nothing to reset
        return new(variable, settings, ignored);
    }

    /// <summary>Where it points, without secrets.</summary>
    public override string ToString() => $"{Username}@{Host}/{Database}";

    private static NpgsqlConnectionStringBuilder Keywords(string variable, string value)
    {
        try
        {
            return new(value);
        }
        catch (ArgumentException e)
        {
            // The parser's message may quote a piece of the value, hence of the password; its parameter name is only the keyword.
            var hint = e is { ParamName: { Length: > 0 } keyword } ? $" near '{keyword}'" : "";
            throw new DatabaseConfigurationException(
                $"{variable} is neither a postgresql:// address nor a list of keywords like Host=…;Username=…{hint}."
            );
        }
    }

    /// <summary>Npgsql's own builder answers for every keyword it knows, set or not.</summary>
    private static bool Says(NpgsqlConnectionStringBuilder settings, string keyword) =>
        new DbConnectionStringBuilder { ConnectionString = settings.ConnectionString }.ContainsKey(keyword);

    private static bool IsLoopback(string host) =>
        host.StartsWith('/') || host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
