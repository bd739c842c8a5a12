namespace Campaigns.Api.Tests.Transport;

public sealed class A_field(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Write =
        "mutation($i:WriteNoteInput!){writeNote(input:$i){note{id text mood dueAt tags} errors{__typename ...on UserError{code message} ...on InvalidNote{field}}}}";

    [Fact]
    public async Task takes_an_input_record_with_its_defaults()
    {
        var answer = await server.Post(
            Write,
            new
            {
                i = new
                {
                    id = "one",
                    text = "Buy milk",
                    dueAt = "2026-03-01T10:30:00+01:00",
                },
            }
        );

        Assert.Equal(
            """{"id":"one","text":"Buy milk","mood":"PLAIN","dueAt":"2026-03-01T09:30:00Z","tags":[]}""",
            answer.Data.GetProperty("writeNote").GetProperty("note").GetRawText()
        );
    }

    [Theory]
    [InlineData("{note(id:42){id}}")]
    [InlineData("query($id:ID!=42){note(id:$id){id}}")]
    public async Task takes_an_id_written_as_a_number(string document)
    {
        await server.Post(Write, new { i = new { id = 42, text = "The answer" } });

        Assert.Equal("""{"note":{"id":"42"}}""", (await server.Post(document)).Data.GetRawText());
    }

    [Fact]
    public async Task gives_a_refusal_as_data()
    {
        var answer = await server.Post(
            Write,
            new
            {
                i = new
                {
                    id = "two",
                    text = "",
                    mood = "TONGUE_IN_CHEEK",
                },
            }
        );

        Assert.Equal(
            """{"note":null,"errors":[{"__typename":"InvalidNote","code":"note.empty","message":"A note has a text.","field":"text"}]}""",
            answer.Data.GetProperty("writeNote").GetRawText()
        );
    }

    [Theory]
    [InlineData("2026-03-01T09:30:00")]
    [InlineData("2026-03-01")]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30T09:30:00Z")]
    public async Task wants_instants_with_an_offset(string at) =>
        Assert.Equal("BAD_USER_INPUT", (await server.Post("query($at:DateTime!){echo(at:$at)}", new { at })).Code);

    [Theory]
    [InlineData("2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z")]
    [InlineData("2026-03-01T09:30:00.125+02:00", "2026-03-01T07:30:00.125Z")]
    public async Task gives_instants_in_UTC(string at, string written) =>
        Assert.Equal(written, (await server.Post("query($at:DateTime!){echo(at:$at)}", new { at })).Data.GetProperty("echo").GetString());

    [Fact]
    public async Task that_is_a_connection_can_be_walked_both_ways()
    {
        foreach (var id in new[] { "w1", "w2", "w3", "w4", "w5" })
            await server.Post(
                Write,
                new
                {
                    i = new
                    {
                        id,
                        text = id,
                        mood = "TONGUE_IN_CHEEK",
                    },
                }
            );

        var forward = await Walk("first", "after", "endCursor", "hasNextPage");
        var backward = await Walk("last", "before", "startCursor", "hasPreviousPage");

        Assert.Equal(
            [
                ["w1", "w2"],
                ["w3", "w4"],
                ["w5"],
            ],
            forward
        );
        Assert.Equal(
            [
                ["w4", "w5"],
                ["w2", "w3"],
                ["w1"],
            ],
            backward
        );
    }

    [Theory]
    [InlineData("first:0", "first")]
    [InlineData("first:101", "first")]
    [InlineData("last:-1", "last")]
    [InlineData("first:1,last:1", "last")]
    [InlineData("first:1,before:\"x\"", "before")]
    [InlineData("after:\"garbage!\"", "after")]
    [InlineData("after:\"WyJhIiwiYiJd\"", "after")]
    public async Task that_is_a_connection_refuses_a_page_that_is_none(string arguments, string argument)
    {
        var answer = await server.Post($"{{notes({arguments}){{nodes{{id}}}}}}");

        Assert.Equal(("BAD_USER_INPUT", argument), (answer.Code, answer.Extensions.GetProperty("argument").GetString()));
    }

    private async Task<List<string?[]>> Walk(string size, string from, string cursor, string more)
    {
        List<string?[]> pages = [];
        string? at = null;
        for (var left = true; left; )
        {
            var answer = await server.Post(
                $"query($at:String){{notes({size}:2,{from}:$at,where:{{mood:TONGUE_IN_CHEEK}}){{nodes{{id}} pageInfo{{{cursor} {more}}}}}}}",
                new { at }
            );
            var page = answer.Data.GetProperty("notes");
            pages.Add([.. page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString())]);
            at = page.GetProperty("pageInfo").GetProperty(cursor).GetString();
            left = page.GetProperty("pageInfo").GetProperty(more).GetBoolean();
        }
        return pages;
    }
}
