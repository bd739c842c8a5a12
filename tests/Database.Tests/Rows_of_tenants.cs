using Campaigns.Harness;
using Npgsql;

namespace Campaigns.Database.Tests;

/// <summary>Read from the catalogue, so that a new table without a decision fails here.</summary>
public sealed class Rows_of_tenants(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private const string OurSchemas = "n.nspname in ('log', 'orleans', 'read', 'vault', 'webhooks', 'analytics', 'public')";

    /// <summary>Tables that hold rows of tenants and need no policy, since the API's role reaches nothing of them; and why.</summary>
    private static readonly string[] OfTheSiloAlone =
    [
        "log.events", // append-only, by one function
        "orleans.storage", // snapshots and counts, by grain
        "orleans.reminders",
    ];

    [Fact]
    public async Task in_read_and_webhooks_are_under_a_policy_without_exception()
    {
        var bare = await Names(
            $"""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname in ('read', 'webhooks', 'vault')
              and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
            """
        );

        Assert.Empty(bare);
    }

    [Fact]
    public async Task anywhere_else_are_out_of_the_APIs_reach()
    {
        var bare = await Names(
            $"""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm', 'f') and {OurSchemas}
              and exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
                          and a.attname in ('tenant', 'tenant_id', 'grainidextensionstring', 'grainid', 'stream'))
              and not c.relrowsecurity
            """
        );
        Assert.Superset(bare.ToHashSet(), OfTheSiloAlone.ToHashSet());

        foreach (var table in bare)
            Assert.Empty(
                await Names(
                    $"select privilege from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) privilege where has_table_privilege('campaigns_api', '{table}', privilege)"
                )
            );
    }

    [Fact]
    public async Task are_not_shown_past_the_policies_by_a_view_or_a_function()
    {
        Assert.Empty(
            await Names(
                $"""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'v' and {OurSchemas} and not coalesce(c.reloptions @> array['security_invoker=true'], false)
                """
            )
        );
        // That one is of no tenant: how far each projection is behind the log, which the API may not read.
        Assert.Equal(
            ["read.lag"],
            await Names(
                $"""
                select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and {OurSchemas} and has_function_privilege('campaigns_api', p.oid, 'execute')
                """
            )
        );
    }

    [Fact]
    public async Task are_read_by_a_policy_that_names_the_tenant_or_holds_nothing_of_one()
    {
        var open = await Names(
            """
            select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('read', 'webhooks', 'vault') and (p.polroles @> array[to_regrole('campaigns_api')::oid] or p.polroles = '{0}')
              and pg_get_expr(p.polqual, p.polrelid) not like '%app.tenant%'
            """
        );

        // How far the read models are, who fills them, and what was parked: of that, operators see the place and never the content.
        Assert.Subset(new HashSet<string> { "checkpoint", "lease", "parked", "build" }, open.ToHashSet());
    }

    [Fact]
    public async Task do_not_show_without_a_tenant_nor_with_what_another_transaction_left()
    {
        await using var api = NpgsqlDataSource.Create(database.ApiConnectionString + ";Maximum Pool Size=1;No Reset On Close=true");
        await Insert("org_one", "org_two");

        Assert.Equal(["org_one"], await Seen(api, "org_one"));
        Assert.Empty(await Seen(api, tenant: null)); // on the same connection: a local setting leaves an empty one behind
        Assert.Equal(["org_two"], await Seen(api, "org_two"));
        Assert.Empty(await Seen(api, "org_two' or true --"));
        Assert.Empty(await Seen(api, ""));
    }

    private async Task Insert(params string[] tenants)
    {
        await using var silo = NpgsqlDataSource.Create(database.SiloConnectionString);
        foreach (var tenant in tenants)
        {
            await using var insert = silo.CreateCommand(
                "insert into webhooks.progress (tenant, webhook, position) values ($1, gen_random_uuid(), 0)"
            );
            insert.Parameters.Add(new() { Value = tenant });
            await insert.ExecuteNonQueryAsync();
        }
    }

    private static async Task<List<string>> Seen(NpgsqlDataSource api, string? tenant)
    {
        await using var batch = api.CreateBatch();
        if (tenant is not null)
            batch.BatchCommands.Add(new("select set_config('app.tenant', $1, true)") { Parameters = { new() { Value = tenant } } });
        batch.BatchCommands.Add(new("select tenant from webhooks.progress"));
        await using var reader = await batch.ExecuteReaderAsync();
        if (tenant is not null)
            await reader.NextResultAsync();
        var seen = new List<string>();
        while (await reader.ReadAsync())
            seen.Add(reader.GetString(0));
        return seen;
    }

    private async Task<List<string>> Names(string question)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var command = source.CreateCommand(question);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }
}
