using System.Data.Common;
using Campaigns.Api.GraphQL;

namespace Campaigns.Api.Tests.Transport;

public sealed class An_error(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{nothing}", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query A{__typename} query B{__typename}", "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("fragment F on Query{__typename}", "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("query($id:ID!){note(id:$id){id}}", "BAD_USER_INPUT")]
    [InlineData("{note(id:\"no spaces please\"){id}}", "BAD_USER_INPUT")]
    [InlineData("{echo(at:\"2026-03-01T09:30:00\")}", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription{__typename}", "NOT_ACCEPTABLE")]
    public async Task of_a_document_has_a_code_and_a_status_by_media_type(string document, string code)
    {
        var modern = await server.Post(document);
        var older = await server.Post(document, accept: "application/json");

        Assert.Equal((400, code), (modern.Status, modern.Code));
        Assert.Equal((200, code), (older.Status, older.Code));
        Assert.False(modern.HasData);
        Assert.False(older.HasData);
    }

    [Fact]
    public async Task of_an_unknown_field_names_the_rule()
    {
        var answer = await server.Post("{nothing}");

        Assert.Equal("5.3.1", answer.Extensions.GetProperty("rule").GetString());
        Assert.Equal(2, answer.Error.GetProperty("locations")[0].GetProperty("column").GetInt32());
    }

    [Fact]
    public async Task of_a_document_does_not_come_with_thousands_of_others()
    {
        var answer = await server.Post($"{{note({string.Concat(Enumerable.Range(0, 5_000).Select(i => $"a{i}:1 "))}){{id}}}}");

        Assert.Equal(50, answer.Json.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task of_ours_is_masked_and_logged_under_the_same_id()
    {
        server.Failures.Next = new InvalidOperationException("secret of the machine");

        var answer = await server.Post("{fail}");

        Assert.Equal((200, "INTERNAL"), (answer.Status, answer.Code));
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.Equal("""{"fail":null}""", answer.Data.GetRawText());
        Assert.Contains("secret of the machine", server.Log.Text, StringComparison.Ordinal);
        Assert.Contains(answer.Extensions.GetProperty("traceId").GetString()!, server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task in_a_promised_field_leaves_no_data_but_a_2xx()
    {
        server.Failures.Next = new InvalidOperationException("secret of the machine");

        var answer = await server.Post("{failHard}");

        Assert.Equal((200, "INTERNAL", "null"), (answer.Status, answer.Code, answer.Data.GetRawText()));
    }

    [Fact]
    public async Task of_what_is_away_for_now_says_when_to_come_again()
    {
        foreach (var outage in new Exception[] { new TimeoutException("secret"), new InvalidOperationException("secret", new Outage()) })
        {
            server.Failures.Next = outage;

            var answer = await server.Post("{fail}");

            Assert.Equal("UNAVAILABLE", answer.Code);
            Assert.True(answer.Extensions.GetProperty("retryable").GetBoolean());
            Assert.Equal(2, answer.Extensions.GetProperty("retryAfter").GetInt32());
            Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task of_the_caller_is_told_as_it_is()
    {
        server.Failures.Next = RequestFailure.Forbidden("campaign:approve");

        var answer = await server.Post("{fail}");

        Assert.Equal(("FORBIDDEN", "campaign:approve"), (answer.Code, answer.Extensions.GetProperty("permission").GetString()));
        Assert.Equal("fail", answer.Error.GetProperty("path")[0].GetString());
    }

    private sealed class Outage : DbException
    {
        public override bool IsTransient => true;
    }
}
