using System.Globalization;
using Campaigns.Bench.Reports;
using Campaigns.Harness;
using Npgsql;

namespace Campaigns.Bench.Isolation;

/// <summary>
/// What row-level security costs a reader: the point and page queries of the API, as the API's role and with the tenant said in the same batch,
/// beside the same queries of the same rows in tables without a policy, where nothing is said.
/// </summary>
internal static class RowSecurity
{
    private const int Tenants = 200;
    private const int RowsOfOne = 500;
    private const int Callers = 8;

    private const string Point = "select * from read.campaigns where tenant = $1 and id = $2";
    private const string Page = "select * from read.campaigns where tenant = $1 order by created_at desc, id desc limit 21";

    private static readonly string Fill = $"""
        insert into read.campaigns_a (tenant, id, name, brief, writing, language, created_at, created_by, updated_at, updated_by, version, last_position)
        select 'org_' || t, ('00000000-0000-7000-8000-' || lpad(to_hex(t * 100000 + n), 12, '0'))::uuid, 'Campaign ' || n, repeat('A brief. ', 20),
          'done', 'en', now() - n * interval '1 minute', 'user_x', now(), 'user_x', 1, t * 100000 + n
        from generate_series(1, {Tenants}) t, generate_series(1, {RowsOfOne}) n;
        create schema bare;
        create table bare.campaigns_a (like read.campaigns_a including all);
        insert into bare.campaigns_a select * from read.campaigns_a;
        create view bare.campaigns with (security_invoker = true) as select * from bare.campaigns_a;
        grant usage on schema bare to campaigns_api;
        grant select on bare.campaigns, bare.campaigns_a to campaigns_api;
        analyze read.campaigns_a, bare.campaigns_a;
        """;

    /// <summary>Adds its figures and goals.</summary>
    public static async Task Measure(BenchReport report, int rounds, TimeSpan duration)
    {
        await using var database = await MigratedDatabase.Create();
        await using (var superuser = NpgsqlDataSource.Create(database.SuperuserConnectionString))
        await using (var fill = superuser.CreateCommand(Fill))
        {
            fill.CommandTimeout = 300;
            await fill.ExecuteNonQueryAsync();
        }
        await using var api = NpgsqlDataSource.Create($"{database.ApiConnectionString};Max Auto Prepare=64;Maximum Pool Size={Callers}");
        await Compare(report, "point", api, Point, 1, rounds, duration);
        await Compare(report, "page", api, Page, 21, rounds, duration);
    }

    private static async Task Compare(
        BenchReport report,
        string name,
        NpgsqlDataSource api,
        string question,
        int expected,
        int rounds,
        TimeSpan duration
    )
    {
        var bare = question.Replace("from read.", "from bare.", StringComparison.Ordinal);
        await Run(question, isSaid: true, TimeSpan.FromSeconds(1)); // warms both sides
        await Run(bare, isSaid: false, TimeSpan.FromSeconds(1));
        List<double> with = [],
            without = [];
        for (var round = 0; round < rounds; round++)
        {
            with.Add(await Run(question, isSaid: true, duration));
            without.Add(await Run(bare, isSaid: false, duration));
        }
        report.Add($"{name} queries under row-level security", "queries/s", with);
        report.Add($"{name} queries without", "queries/s", without);
        var ratio = report.Add($"{name}: without / under it", "", [.. without.Zip(with, (a, b) => a / b)]);
        report.AtMost($"{name} query's time under row-level security, beside without", 1.3, ratio);

        async Task<double> Run(string text, bool isSaid, TimeSpan time) =>
            (await ClosedLoop.Run(Callers, time, (caller, number) => Ask(api, text, isSaid, expected, (caller * 7919) + number))).PerSecond;
    }

    private static async Task Ask(NpgsqlDataSource api, string text, bool isSaid, int expected, int number)
    {
        var (tenant, row) = (1 + (number % Tenants), 1 + (number * 31 % RowsOfOne));
        var name = string.Create(CultureInfo.InvariantCulture, $"org_{tenant}");
        await using var batch = api.CreateBatch();
        if (isSaid)
            batch.BatchCommands.Add(
                new("select set_config('app.tenant', $1, true)") { Parameters = { new NpgsqlParameter<string> { TypedValue = name } } }
            );
        var asked = new NpgsqlBatchCommand(text) { Parameters = { new NpgsqlParameter<string> { TypedValue = name } } };
        if (text.Contains("$2", StringComparison.Ordinal))
            asked.Parameters.Add(
                new NpgsqlParameter<Guid> { TypedValue = Guid.Parse($"00000000-0000-7000-8000-{(tenant * 100_000) + row:x12}") }
            );
        batch.BatchCommands.Add(asked);
        await using var reader = await batch.ExecuteReaderAsync();
        if (isSaid)
            await reader.NextResultAsync();
        var rows = 0;
        while (await reader.ReadAsync())
        {
            _ = reader.GetGuid(1);
            rows++;
        }
        if (rows != expected)
            throw new InvalidOperationException($"{rows} rows, not {expected}: {text}");
    }
}
