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
    [InlineData("operatorAiUsage", "{ total { calls } }")]
    [InlineData("operatorAiCalls", "{ nodes { provider } }")]
    public async Task is_kept_to_have_looked_at_a_tenants_calls(string field, string selection)
    {
        api.Grains.Looks.Clear();

        Assert.False((await api.Ask($"{{ {field}(tenant: \"org_other\") {selection} }}", isOperator: true)).HasErrors);

        Assert.Equal([$"{Given.Ada} {field} org_other"], api.Grains.Looks);
    }

    [Fact]
    public async Task is_kept_to_have_looked_before_anything_is_shown()
    {
        api.Grains.Looks.Clear();
        await api.Ask("{ operations { projections { name } } }", isOperator: true);
        Assert.Equal([$"{Given.Ada} operations"], api.Grains.Looks);

        api.Grains.IsDirectoryAway = true;
        var reply = await api.Ask("{ operations { projections { name } } }", isOperator: true);
        api.Grains.IsDirectoryAway = false;
        Assert.Equal("UNAVAILABLE", reply.Code);
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
            """{ operations { parkedEvents(projection: "brands.v1") { position stream event build reason parkedAt } } }""",
            isOperator: true
        );
        Assert.False(shown.HasErrors, shown.Json.ToString());
        var parked = Assert.Single(shown.Data.GetProperty("operations").GetProperty("parkedEvents").EnumerateArray());
        Assert.Equal(
            ("InvalidOperationException", "LIVE"),
            (parked.GetProperty("reason").GetString(), parked.GetProperty("build").GetString())
        );

        var asked = await api.Ask("""mutation { retryParkedEvents(input: { projection: "brands" }) { asked } }""", isOperator: true);
        Assert.False(asked.HasErrors, asked.Json.ToString());
        Assert.Equal(1, asked.Data.GetProperty("retryParkedEvents").GetProperty("asked").GetInt32());
    }

    [Fact]
    public async Task is_shown_nothing_of_a_build_that_is_only_kept()
    {
        await using (
            var keep = api.ReadModels.CreateCommand(
                "insert into read.checkpoint (projection, slot, state) values ('items.v1', 'b', 'kept')"
            )
        )
            await keep.ExecuteNonQueryAsync();
        await Park("items.v1", api.ReadModels, slot: "b");
        var shown = await api.Ask("""{ operations { parkedEvents(projection: "items") { position } } }""", isOperator: true);
        Assert.Empty(shown.Data.GetProperty("operations").GetProperty("parkedEvents").EnumerateArray());
    }

    [Theory]
    [InlineData("""{ operations { parkedEvents(projection: "calender") { position } } }""")]
    [InlineData("""mutation { retryParkedEvents(input: { projection: "calendar.v9" }) { asked } }""")]
    public async Task is_told_which_projections_there_are(string question)
    {
        var reply = await api.Ask(question, isOperator: true);
        Assert.Equal("BAD_USER_INPUT", reply.Code);
        Assert.Contains("calendar.v1", reply.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task Park(string projection, NpgsqlDataSource silo, string slot = "a")
    {
        await using var command = silo.CreateCommand(
            """
            insert into read.parked (projection, slot, position, stream, tenant, event, reason, parked_at)
            values ($1, $2, 1, 'brand-org_other/0196f0f0-0000-7000-8000-000000000001', 'org_other', 'brand.created.v1', 'InvalidOperationException', now())
            """
        );
        command.Parameters.Add(new() { Value = projection });
        command.Parameters.Add(new() { Value = slot });
        await command.ExecuteNonQueryAsync();
    }
}
