using Campaigns.Harness;
using Npgsql;

namespace Campaigns.Database.Tests;

public sealed class Serving_roles(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task may_serve()
    {
        await Refuse(database.SiloConnectionString);
        await Refuse(database.ApiConnectionString, forApi: true);
    }

    [Fact]
    public async Task own_nothing_and_stand_above_no_rule()
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var question = source.CreateCommand(
            """
            select (select count(*) from pg_roles
                    where rolname like 'campaigns\_%' and rolname <> 'campaigns_owner' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb))
                 + (select count(*) from pg_class c join pg_roles r on r.oid = c.relowner
                    where r.rolname in ('campaigns_silo', 'campaigns_api', 'campaigns_analyst'))
            """
        );

        Assert.Equal(0L, await question.ExecuteScalarAsync());
    }

    [Fact]
    public async Task may_make_no_table_anywhere()
    {
        foreach (var address in new[] { database.SiloConnectionString, database.ApiConnectionString })
        {
            foreach (var schema in new[] { "public", "log", "orleans", "read", "analytics", "vault", "webhooks", "members", "audit" })
            {
                var no = await Assert.ThrowsAsync<PostgresException>(() => Run(address, $"create table {schema}.mine (x int)"));
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, no.SqlState);
            }
        }
    }

    [Theory]
    [InlineData("create role proud login superuser password 'x'", "proud is a superuser")]
    [InlineData("create role loose login bypassrls password 'x'", "loose bypasses row-level security")]
    [InlineData("create role hosted login password 'x' in role neon_superuser", "hosted is a member of neon_superuser")]
    [InlineData("create role heir login password 'x' in role campaigns_owner", "heir owns ")]
    [InlineData("create role maker login createrole password 'x'", "maker may make roles")]
    [InlineData("create role eraser login password 'x'; grant delete on log.events to eraser", "eraser may change or delete")]
    [InlineData("create role editor login password 'x'; grant update (data) on log.events to editor", "editor may change or delete")]
    public async Task are_refused_when_they_could_walk_round_the_rules(string creation, string reason)
    {
        var role = creation.Split(' ')[2];
        await Run(
            database.SuperuserConnectionString,
            $"do $$ begin create role neon_superuser nologin; exception when duplicate_object then null; end $$; {creation}"
        );
        await using var removed = new Removed(database, role);

        var refused = await Assert.ThrowsAsync<DatabaseConfigurationException>(() => Refuse(As(role)));

        Assert.StartsWith("DATABASE_URL_SILO: the role " + reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create role nephew login noinherit password 'x' in role campaigns_silo", "is a member of campaigns_silo")]
    [InlineData("create role peeper login password 'x'; grant select (name) on log.events to peeper", "may reach log.events")]
    public async Task that_are_more_than_the_API_needs_do_not_serve_it(string creation, string reason)
    {
        var role = creation.Split(' ')[2];
        await Run(database.SuperuserConnectionString, creation);
        await using var removed = new Removed(database, role);

        var refused = await Assert.ThrowsAsync<DatabaseConfigurationException>(() => Refuse(As(role), forApi: true));

        Assert.StartsWith($"DATABASE_URL_API: the role {role} {reason}", refused.Message, StringComparison.Ordinal);
        await Refuse(As(role));
    }

    [Fact]
    public async Task of_the_silo_do_not_serve_the_API()
    {
        var refused = await Assert.ThrowsAsync<DatabaseConfigurationException>(() => Refuse(database.SiloConnectionString, forApi: true));

        Assert.StartsWith("DATABASE_URL_API: the role campaigns_silo serves every tenant", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("'); drop \" $1 Größe ﬁ Ⅸ")]
    public async Task log_in_with_a_password_that_the_database_was_never_told(string password)
    {
        await using var removed = new Removed(database, "hashed");
        await using var owner = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await ServingRoles.LetLogIn(owner, "hashed", "another before", TestContext.Current.CancellationToken);
        await ServingRoles.LetLogIn(owner, "hashed", password, TestContext.Current.CancellationToken);

        await Run(As("hashed", password), "select 1");
        var no = await Assert.ThrowsAsync<PostgresException>(() => Run(As("hashed", "another before"), "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, no.SqlState);
    }

    [Fact]
    public void are_known_by_another_verifier_each_time()
    {
        Assert.StartsWith("SCRAM-SHA-256$4096:", ScramVerifier.Of("secret"), StringComparison.Ordinal);
        Assert.NotEqual(ScramVerifier.Of("secret"), ScramVerifier.Of("secret"));
    }

    [Fact]
    public async Task are_never_the_owner()
    {
        var refused = await Assert.ThrowsAsync<DatabaseConfigurationException>(() => Refuse(database.OwnerConnectionString));

        Assert.Contains("campaigns_owner owns ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task can_be_made_from_many_databases_at_once()
    {
        var owner = PostgresUrl.Read("DATABASE_URL", database.OwnerConnectionString);
        var silo = PostgresUrl.Read("DATABASE_URL_SILO", database.SiloConnectionString);
        var api = PostgresUrl.Read("DATABASE_URL_API", database.ApiConnectionString);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DatabaseMigrator.CreateRoles(owner, silo, api)));

        await Run(database.SiloConnectionString, "select querytext from OrleansQuery");
    }

    [Theory]
    [InlineData("someone", "x", "DATABASE_URL_SILO must log in as campaigns_silo, not as someone.")]
    [InlineData("campaigns_silo", null, "DATABASE_URL_SILO has no password; campaigns_silo needs one to log in.")]
    public async Task are_made_only_under_their_own_names_and_with_a_password(string user, string? password, string message)
    {
        var address = new NpgsqlConnectionStringBuilder(database.SiloConnectionString) { Username = user, Password = password };

        var refused = await Assert.ThrowsAsync<DatabaseConfigurationException>(() =>
            DatabaseMigrator.CreateRoles(
                PostgresUrl.Read("DATABASE_URL", database.OwnerConnectionString),
                PostgresUrl.Read("DATABASE_URL_SILO", address.ConnectionString),
                PostgresUrl.Read("DATABASE_URL_API", database.ApiConnectionString)
            )
        );

        Assert.Equal(message, refused.Message);
    }

    private string As(string role, string password = "x") =>
        new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString)
        {
            Username = role,
            Password = password,
            Pooling = false,
        }.ConnectionString;

    private static async Task Refuse(string address, bool forApi = false)
    {
        await using var source = NpgsqlDataSource.Create(address);
        await ServingRoleCheck.Refuse(source, forApi ? "DATABASE_URL_API" : "DATABASE_URL_SILO", forApi);
    }

    /// <summary>Takes a role away at the end: roles belong to the whole cluster, and other tests count them.</summary>
    private sealed class Removed(MigratedDatabase database, string role) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Run(database.SuperuserConnectionString, $"drop owned by {role}; drop role {role}");
    }

    private static async Task Run(string address, string statement)
    {
        await using var source = NpgsqlDataSource.Create(address);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
