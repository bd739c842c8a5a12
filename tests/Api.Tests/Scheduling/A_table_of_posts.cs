using System.Text.Json;
using Campaigns.Api.Commands;
using Campaigns.Api.Scheduling;
using Campaigns.Api.Tests.Fields;
using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.Grains;

namespace Campaigns.Api.Tests.Scheduling;

public sealed class A_table_of_posts(FilledApi api) : IClassFixture<FilledApi>
{
    private const string Header = "campaign_id,post_id,account_id,at,zone,late_within_minutes,late_then";

    private static readonly string Post = $"{Given.Campaign(1)},{Given.Item(10)},{Given.Account}";
    private static readonly string OtherPost = $"{Given.Campaign(1)},{Given.Item(11)},{Given.Account}";

    private const string Schedule = """
        mutation($csv: String!, $dryRun: Boolean!) {
          scheduleFromCsv(input: { csv: $csv, dryRun: $dryRun, zone: "Europe/Lisbon", commandId: "table-1" }) {
            scheduled refused unfinished
            rows { row state publicationId when { local } errors { ... on UserError { code field } } }
            errors { ... on UserError { code field } }
          }
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task is_told_row_by_row(bool dryRun)
    {
        (api.Grains.Position, api.Grains.Instead) = (api.Head, null);

        var reply = await api.Ask(Schedule, new { csv = $"{Header}\n{Post},2027-01-04T09:00,,,\n{OtherPost},soon,,,\n", dryRun });

        var payload = reply.Data.GetProperty("scheduleFromCsv");
        Assert.Equal(
            """[1,1,0]""",
            JsonSerializer.Serialize(new[] { "scheduled", "refused", "unfinished" }.Select(name => payload.GetProperty(name).GetInt32()))
        );
        var rows = payload.GetProperty("rows");
        Assert.Equal((2, "SCHEDULED"), (rows[0].GetProperty("row").GetInt32(), rows[0].GetProperty("state").GetString()));
        Assert.Equal(dryRun ? JsonValueKind.Null : JsonValueKind.String, rows[0].GetProperty("publicationId").ValueKind);
        Assert.Equal("2026-11-24T09:00:00", rows[0].GetProperty("when").GetProperty("local").GetString());
        Assert.Equal("""[{"code":"time.malformed","field":"at"}]""", rows[1].GetProperty("errors").GetRawText());
    }

    [Fact]
    public async Task tells_a_grains_refusal_about_its_column()
    {
        api.Grains.Instead = new Outcome.Refused(new Refusal("campaign.item_not_found", "The campaign has no such item.", "itemId"));

        var reply = await api.Ask(Schedule, new { csv = $"{Header}\n{Post},2027-01-04T09:00,,,", dryRun = false });

        var row = reply.Data.GetProperty("scheduleFromCsv").GetProperty("rows")[0];
        Assert.Equal("""[{"code":"campaign.item_not_found","field":"post_id"}]""", row.GetProperty("errors").GetRawText());
    }

    [Fact]
    public void is_read_with_a_mark_either_line_end_quotes_blank_lines_and_columns_in_any_order()
    {
        var read = Rows(
            $"\uFEFFAT;Post_Id;campaign_id\r\n\r\n\"2027-01-04 09:00\";{Given.Item(10)};{Given.Campaign(1)}\r\nNext Slot;{Given.Item(11)};{Given.Campaign(1)}"
        );

        Assert.All(read, row => Assert.Empty(row.Errors));
        Assert.Equal([new WallTime("2027-01-04T09:00", "Europe/Lisbon"), null], read.Select(row => row.Time));
        Assert.True(read[1].Ask(new(Guid.Empty)).InNextSlot);
    }

    [Fact]
    public void may_hold_commas_and_line_breaks_inside_quotes()
    {
        var read = Rows($"{Header}\n{Post},\"2027-01-04T09:00\",\"Europe/\nLisbon, or so\",,\n{OtherPost},2027-01-04T09:00,,,");

        Assert.Equal(["time.unknown_zone"], Codes(read[0]));
        Assert.Empty(read[1].Errors);
    }

    [Theory]
    [InlineData("2027-01-04T09:00,,90,ask", null)]
    [InlineData("2027-01-04T09:00,,90,", "csv.late_then_malformed")]
    [InlineData("2027-01-04T09:00,,soon,skip", "csv.late_within_malformed")]
    [InlineData("2027-01-04T09:00,Mars/Base,,", "time.unknown_zone")]
    [InlineData(",,,", "csv.cell_missing")]
    [InlineData("2027-01-04T09:00,,", "csv.row_malformed")]
    [InlineData("\"2027\"-01-04T09:00,,,", "csv.row_malformed")]
    public void has_a_rule_for_each_cell(string cells, string? code) =>
        Assert.Equal(code, Codes(Assert.Single(Rows($"{Header}\n{Post},{cells}"))).FirstOrDefault());

    [Fact]
    public void names_an_id_that_is_none() =>
        Assert.Equal(
            ["csv.id_malformed"],
            Codes(Assert.Single(Rows($"{Header}\n{Given.Campaign(1)},bread,{Given.Account},2027-01-04T09:00,,,")))
        );

    [Fact]
    public void schedules_a_post_on_an_account_once() =>
        Assert.Equal(
            [
                [],
                ["csv.row_repeated"],
            ],
            Rows($"{Header}\n{Post},2027-01-04T09:00,,,\n{Post},2027-01-05T09:00,,,").Select(Codes)
        );

    [Theory]
    [InlineData("", "csv.empty")]
    [InlineData("campaign_id,post_id,at", "csv.empty")]
    [InlineData("campaign_id,post_id\n1,2", "csv.missing_column")]
    [InlineData("campaign_id,post_id,at,price\n1,2,3,4", "csv.unknown_column")]
    [InlineData("campaign_id,post_id,at,at\n1,2,3,4", "csv.repeated_column")]
    public void is_refused_as_a_whole(string csv, string code) => Assert.Equal(code, Code(CsvTable.Read(csv)));

    [Fact]
    public void has_a_limit_on_rows_and_bytes()
    {
        Assert.Equal(
            "csv.too_many_rows",
            Code(CsvTable.Read($"{Header}\n{string.Concat(Enumerable.Repeat($"{Post},2027-01-04T09:00,,,\n", 501))}"))
        );
        Assert.Equal("csv.too_large", Code(CsvTable.Read(new string('ü', 300 * 1024))));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"\"http://evil\"\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public void is_answered_with_nothing_that_a_spreadsheet_would_take_for_a_formula(string cell)
    {
        var errors = Rows($"{Header}\n\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\"")
            .SelectMany(row => row.Errors);

        Assert.All(errors.OfType<IUserError>(), error => Assert.DoesNotContain(error.Message[0], "=+-@\t\r\n"));
        Assert.Equal("'=1", ((IUserError)CsvWords.Error("csv.rule", "=1", null)).Message);
    }

    [Fact]
    public void asks_under_an_id_that_follows_from_the_post_and_not_from_the_row()
    {
        var (first, moved) = (
            Rows($"{Header}\n{Post},2027-01-04T09:00,,,")[0],
            Rows($"{Header}\n\n{OtherPost},soon,,,\n{Post},2027-01-04T09:00,,,")[1]
        );
        var table = CommandId.Parse("table-1");

        Assert.Equal(first.Command(Given.Club, table), moved.Command(Given.Club, table));
        Assert.NotEqual(first.Command(Given.Club, table), first.Command(Given.Club, CommandId.Parse("table-2")));
    }

    private static IReadOnlyList<CsvRow> Rows(string csv)
    {
        var table = CsvTable.Read(csv);
        Assert.Null(table.Error);
        return CsvRow.Read(table, new(csv, Given.Account, "Europe/Lisbon"));
    }

    private static IEnumerable<string> Codes(CsvRow row) => row.Errors.Cast<IUserError>().Select(error => error.Code);

    private static string? Code(CsvTable table) => (table.Error as IUserError)?.Code;
}
