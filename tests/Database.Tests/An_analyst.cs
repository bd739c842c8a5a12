using Campaigns.Harness;
using Npgsql;

namespace Campaigns.Database.Tests;

public sealed class An_analyst(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private const string Filled = """
        insert into read.campaigns_a (tenant, id, name, brief, writing, created_at, created_by, updated_at, updated_by, version, last_position)
        select t, gen_random_uuid(), 'Bread', 'Secret plan', 'none', now(), 'user_a', now(), 'user_a', 1, 1 from unnest(array['org_a', 'org_b']) t;
        insert into read.ai_usage_daily_a (tenant, id, day, provider, model, operation, actor, calls, done, failed, input_tokens, cached_input_tokens,
          output_tokens, thinking_tokens, images, video_seconds, characters, cost_micro_usd, estimated_micro_usd, latency_ms, longest_ms, updated_at, last_position)
        select t, gen_random_uuid(), date '2026-11-24', 'gemini', 'm', 'campaign_text', 'user_a', 2, 1, 1, 100, 0, 20, 0, 0, 0, 0, 1200.000000001, 0, 10, 9, now(), 1
        from unnest(array['org_a', 'org_b']) t;
        """;

    private readonly string mark = $"analyst_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";

    private string Of(string name) => $"{mark}_{name}";

    public async ValueTask InitializeAsync()
    {
        if ((long)(await Run(database.SuperuserConnectionString, "select count(*) from read.campaigns_a"))! == 0)
            await Run(database.SuperuserConnectionString, Filled);
        foreach (var name in (string[])["one", "all", "none"])
            await Run(database.SuperuserConnectionString, $"create role {Of(name)} login password 'x' in role campaigns_analyst");
        await Run(
            database.OwnerConnectionString,
            $"insert into analytics.access (login, tenant) values ('{Of("one")}', 'org_a'), ('{Of("all")}', null)"
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in (string[])["one", "all", "none"])
            await Run(database.SuperuserConnectionString, $"drop owned by {Of(name)}; drop role {Of(name)}");
    }

    [Theory]
    [InlineData("one", 1)]
    [InlineData("all", 2)]
    [InlineData("none", 0)]
    public async Task sees_what_was_granted_and_nothing_else(string name, long tenants)
    {
        Assert.Equal(tenants, await Ask(name, "select count(*) from analytics.campaigns"));
        Assert.Equal(tenants, await Ask(name, "select count(*) from analytics.ai_usage_daily"));
        Assert.Equal(tenants, await Ask(name, "set role campaigns_analyst; select count(*) from analytics.campaigns"));
        Assert.Equal(
            0L,
            await Ask(
                name,
                "select set_config('app.tenant', 'org_b', false); select count(*) from analytics.campaigns where tenant = 'org_b' and not analytics.sees_all()"
            )
        );
    }

    [Fact]
    public async Task reads_amounts_to_the_last_digit() =>
        Assert.Equal(1200.000000001m, await Ask("one", "select cost_micro_usd from analytics.ai_usage_daily"));

    [Theory]
    [InlineData("select brief from read.campaigns")]
    [InlineData("select brief from read.campaigns_a")]
    [InlineData("select * from log.events")]
    [InlineData("select * from analytics.access")]
    [InlineData("insert into analytics.access (login) values ('me')")]
    [InlineData("select * from vault.tokens")]
    [InlineData("create view analytics.mine as select 1")]
    public async Task reaches_nothing_but_the_views(string statement)
    {
        var no = await Assert.ThrowsAsync<PostgresException>(() => Ask("all", statement));

        Assert.Contains(no.SqlState, (string[])[PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.UndefinedTable]);
    }

    [Fact]
    public async Task goes_on_seeing_when_a_rebuilt_table_takes_the_others_place()
    {
        await Run(
            database.SuperuserConnectionString,
            "insert into read.campaigns_b select * from read.campaigns_a; select read.switch('campaigns', 'b')"
        );
        try
        {
            Assert.Equal(1L, await Ask("one", "select count(*) from analytics.campaigns"));
        }
        finally
        {
            await Run(database.SuperuserConnectionString, "select read.switch('campaigns', 'a'); truncate read.campaigns_b");
        }
    }

    [Fact]
    public async Task finds_every_view_and_column_described()
    {
        const string undescribed = """
            select coalesce(string_agg(c.relname || '.' || a.attname, ', '), '')
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'analytics'::regnamespace and c.relkind in ('v', 'r')
              and (col_description(c.oid, a.attnum) is null or obj_description(c.oid) is null)
            """;

        Assert.Equal("", await Run(database.OwnerConnectionString, undescribed));
    }

    private Task<object?> Ask(string name, string statement) =>
        Run(
            new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString)
            {
                Username = Of(name),
                Password = "x",
                Pooling = false,
            }.ConnectionString,
            statement
        );

    /// <summary>The first value of the last statement.</summary>
    private static async Task<object?> Run(string address, string statements)
    {
        await using var source = NpgsqlDataSource.Create(address);
        await using var command = source.CreateCommand(statements);
        await using var reader = await command.ExecuteReaderAsync();
        object? last = null;
        do last = await reader.ReadAsync() ? reader.GetValue(0) : last;
        while (await reader.NextResultAsync());
        return last;
    }
}
