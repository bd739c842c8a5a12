using System.Security.Cryptography;
using Npgsql;

namespace Campaigns.Harness;

/// <summary>
/// A PostgreSQL cluster of the tests' own, started at the first need and gone with the process. Several test processes share one when
/// <c>CAMPAIGNS_TEST_POSTGRES</c> holds the address of a superuser on a throw-away cluster.
/// </summary>
public sealed class PostgresCluster
{
    private static readonly Lazy<Task<PostgresCluster>> TheOne = new(Start);

    private readonly string superuser;

    private PostgresCluster(string superuser, bool isShared)
    {
        this.superuser = superuser;
        IsShared = isShared;
    }

    /// <summary>Whether other processes use it as well.</summary>
    public bool IsShared { get; }

    /// <summary>The cluster of this process, started if it is not.</summary>
    public static Task<PostgresCluster> Shared => TheOne.Value;

    /// <summary>Connects to <paramref name="database"/> as the superuser. No part of the product may ever do so.</summary>
    public string SuperuserConnectionString(string database = "postgres") =>
        new NpgsqlConnectionStringBuilder(superuser) { Database = database }.ConnectionString;

    /// <summary>Connects to <paramref name="database"/> as <paramref name="role"/>, one of those that the harness makes.</summary>
    public string ConnectionString(string role, string database) =>
        new NpgsqlConnectionStringBuilder(superuser)
        {
            Username = role,
            Password = PasswordOf(role),
            Database = database,
        }.ConnectionString;

    /// <summary>The same for every process that shares the cluster.</summary>
    internal static string PasswordOf(string role) => $"{role}-in-tests";

    private static async Task<PostgresCluster> Start()
    {
        if (Environment.GetEnvironmentVariable("CAMPAIGNS_TEST_POSTGRES") is { Length: > 0 } address)
            return new(Database.PostgresUrl.Read("CAMPAIGNS_TEST_POSTGRES", address).ConnectionString, isShared: true);

        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var port = await Task.Run(() => PrivatePostgres.Start(password));
        var superuser = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = PrivatePostgres.Superuser,
            Password = password,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        return new(superuser.ConnectionString, isShared: false);
    }
}
