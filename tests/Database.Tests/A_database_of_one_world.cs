using Campaigns.Harness;
using Npgsql;

namespace Campaigns.Database.Tests;

public sealed class A_database_of_one_world
{
    [Theory]
    [InlineData(true, "DATABASE_URL_API: this database belongs to the sandbox, and CAMPAIGNS_SANDBOX is not true")]
    [InlineData(false, "DATABASE_URL_API: this database belongs to the real world, and CAMPAIGNS_SANDBOX is true")]
    public async Task stays_there_and_refuses_the_other(bool sandbox, string reason)
    {
        await using var database = await MigratedDatabase.Create();
        await using var silo = NpgsqlDataSource.Create(database.SiloConnectionString);
        await using var api = NpgsqlDataSource.Create(database.ApiConnectionString);
        await DatabaseWorld.Refuse(api, "DATABASE_URL_API", sandbox);
        await DatabaseWorld.Refuse(api, "DATABASE_URL_API", !sandbox);

        await DatabaseWorld.Settle(silo, sandbox);
        await DatabaseWorld.Settle(silo, !sandbox); // too late

        await DatabaseWorld.Refuse(api, "DATABASE_URL_API", sandbox);
        var refused = await Assert.ThrowsAsync<DatabaseConfigurationException>(() =>
            DatabaseWorld.Refuse(api, "DATABASE_URL_API", !sandbox)
        );
        Assert.StartsWith(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update orleans.world set world = 'real'")]
    [InlineData("delete from orleans.world")]
    [InlineData("truncate orleans.world")]
    public async Task cannot_be_moved_by_the_silo(string statement)
    {
        await using var database = await MigratedDatabase.Create();
        await using var silo = NpgsqlDataSource.Create(database.SiloConnectionString);
        await DatabaseWorld.Settle(silo, sandbox: true);
        await using var moved = silo.CreateCommand(statement);

        var no = await Assert.ThrowsAsync<PostgresException>(() => moved.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, no.SqlState);
    }
}

public sealed class An_empty_database(EmptyDatabase database) : IClassFixture<EmptyDatabase>
{
    [Fact]
    public async Task belongs_to_no_world()
    {
        await using var owner = NpgsqlDataSource.Create(database.Owner.ConnectionString);

        await DatabaseWorld.Refuse(owner, "DATABASE_URL", sandbox: true);
        await DatabaseWorld.Refuse(owner, "DATABASE_URL", sandbox: false);
    }
}
