using Npgsql;

namespace Campaigns.Api.Tests.Fields;

public sealed class An_operator(FilledApi api) : IClassFixture<FilledApi>
{
    [Fact]
    public async Task sees_where_each_projection_stands()
    {
        var reply = await api.Ask(
            "{ operations { projections { name version position lagSeconds parked rebuild { progress } } } }",
            isOperator: true
        );

        Assert.False(reply.HasErrors, reply.Json.ToString());
        var calendar = Assert.Single(
            reply.Data.GetProperty("operations").GetProperty("projections").EnumerateArray(),
            one => one.GetProperty("name").GetString() == "calendar.v1"
        );
        Assert.Equal(
            ("v1", api.Head, "Null"),
            (
                calendar.GetProperty("version").GetString(),
                calendar.GetProperty("position").GetString(),
                $"{calendar.GetProperty("rebuild").ValueKind}"
            )
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task is_told_that_they_are_one(bool isOperator) =>
        Assert.Equal(
            isOperator,
            (await api.Ask("{ me { isOperator } }", isOperator: isOperator)).Data.GetProperty("me").GetProperty("isOperator").GetBoolean()
        );

    [Fact]
    public async Task sees_what_is_parked_and_has_it_tried_again()
    {
        await Park("brands.v1", api.ReadModels);
        var shown = await api.Ask(
            """{ operations { parkedEvents(projection: "brands.v1") { position stream event reason parkedAt } } }""",
            isOperator: true
        );
        Assert.False(shown.HasErrors, shown.Json.ToString());
        var parked = Assert.Single(shown.Data.GetProperty("operations").GetProperty("parkedEvents").EnumerateArray());
        Assert.Equal("It broke.", parked.GetProperty("reason").GetString());

        var asked = await api.Ask("""mutation { retryParkedEvents(input: { projection: "brands.v1" }) { asked } }""", isOperator: true);
        Assert.False(asked.HasErrors, asked.Json.ToString());
        Assert.Equal(1, asked.Data.GetProperty("retryParkedEvents").GetProperty("asked").GetInt32());
    }

    private static async Task Park(string projection, NpgsqlDataSource silo)
    {
        await using var command = silo.CreateCommand(
            """
            insert into read.parked (projection, position, stream, tenant, event, reason, parked_at)
            values ($1, 1, 'brand-org_other/0196f0f0-0000-7000-8000-000000000001', 'org_other', 'brand.created.v1', 'It broke.', now())
            """
        );
        command.Parameters.Add(new() { Value = projection });
        await command.ExecuteNonQueryAsync();
    }
}
