using System.Net;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Tests;

public sealed class Faults_on_request(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private const string PublishTool = "INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH";

    [Fact]
    public async Task lose_the_answer_of_a_publish_that_happened()
    {
        var id = await sandbox.Container("lost");
        var arguments = await sandbox.PublishArguments("lost", id);
        await sandbox.Fault(Of("rube", "lost_answer", "lost", PublishTool));

        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using var reply = await sandbox.Send("lost", PublishTool, arguments);
            await reply.Content.ReadAsByteArrayAsync();
        });

        Assert.Equal("lost", Assert.Single(await sandbox.Published("lost"))["outcome"]!.ToString());
        Assert.Equal("PUBLISHED", await sandbox.Status("lost", id));
    }

    [Fact]
    public async Task keep_a_container_from_ever_getting_ready()
    {
        await sandbox.Fault(Of("instagram", "container_stuck", "stuck"));
        var id = await sandbox.Container("stuck");
        Assert.Equal((9007, 2207027), GraphError.Of(await sandbox.Publish("stuck", id, wait: 1)));
        Assert.Equal("IN_PROGRESS", await sandbox.Status("stuck", id));
    }

    [Fact]
    public async Task fail_a_container_with_the_code_that_was_asked_for()
    {
        var fault = Of("instagram", "container_error", "failing");
        (fault["code"], fault["subcode"]) = (-2, 2207003);
        await sandbox.Fault(fault);
        var id = await sandbox.Container("failing");
        Assert.Equal((-2, 2207003), GraphError.Of(await sandbox.Publish("failing", id)));
        Assert.Equal("ERROR", await sandbox.Status("failing", id));
    }

    [Fact]
    public async Task refuse_a_publish_so_many_times_and_no_more()
    {
        var fault = Of("instagram", "publish_error", "refused");
        (fault["code"], fault["subcode"], fault["times"]) = (-1, 2207001, 2);
        await sandbox.Fault(fault);
        var id = await sandbox.Container("refused");

        Assert.Equal((-1, 2207001), GraphError.Of(await sandbox.Publish("refused", id)));
        Assert.Equal((-1, 2207001), GraphError.Of(await sandbox.Publish("refused", id)));
        Assert.True((await sandbox.Publish("refused", id))["successful"]!.GetValue<bool>());
    }

    [Fact]
    public async Task strike_the_named_account_only()
    {
        await sandbox.Fault(Of("instagram", "token_bad", "struck"));
        Assert.True((await sandbox.Tool("spared", "INSTAGRAM_GET_USER_INFO", []))["successful"]!.GetValue<bool>());
        Assert.Equal(190, GraphError.Of(await sandbox.Tool("struck", "INSTAGRAM_GET_USER_INFO", [])).Code);
    }

    [Theory]
    [InlineData("token_bad")]
    [InlineData("html")]
    public async Task answer_with_a_page_for_people(string kind)
    {
        await sandbox.Fault(Of("rube", kind, "page"));
        using var reply = await sandbox.Send("page", "INSTAGRAM_GET_USER_INFO", []);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.StartsWith("<!DOCTYPE html>", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task give_the_older_shape_of_results()
    {
        await sandbox.Fault(Of("rube", "older_results", "older"));
        var outer = await sandbox.Outer("older", "INSTAGRAM_GET_USER_INFO", []);
        Assert.Equal("older", outer["data"]!["data"]!["results"]![0]!["response"]!["data"]!["username"]!.ToString());
    }

    [Fact]
    public async Task wrap_the_data_once_more()
    {
        await sandbox.Fault(Of("rube", "wrapped_data", "wrapped"));
        var response = await sandbox.Tool("wrapped", "INSTAGRAM_GET_USER_INFO", []);
        Assert.Equal("wrapped", response["data"]!["data"]!["username"]!.ToString());
    }

    [Fact]
    public async Task are_listed_until_they_strike_and_can_be_taken_back()
    {
        await sandbox.Fault(Of("rube", "html", "nobody"));
        Assert.Contains(await sandbox.Get("/_faults"), fault => fault!["account"]?.ToString() == "nobody");
        await sandbox.Http.DeleteAsync("/_faults");
        Assert.Empty(await sandbox.Get("/_faults"));
    }

    [Theory]
    [InlineData("""{"provider":"rube","kind":"blocked"}""", "kind")]
    [InlineData("""{"provider":"meta","kind":"html"}""", "provider")]
    [InlineData("""{"provider":"rube","kind":"status"}""", "status")]
    [InlineData("""{"provider":"rube","kind":"html","tiems":2}""", "tiems")]
    public async Task are_refused_when_misspelt(string fault, string named)
    {
        using var reply = await sandbox.Http.PostAsync("/_faults", new StringContent(fault));
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains(named, await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static JsonObject Of(string provider, string kind, string account, string? operation = null) =>
        new()
        {
            ["provider"] = provider,
            ["kind"] = kind,
            ["account"] = account,
            ["operation"] = operation,
        };
}
