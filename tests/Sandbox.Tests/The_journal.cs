using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Tests;

public sealed class The_journal(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Fact]
    public async Task names_every_call_in_order_and_reads_on_from_where_one_was()
    {
        var id = await sandbox.Container("order");
        var before = (await sandbox.Get("/_journal"))[^1]!["seq"]!.GetValue<long>();
        await sandbox.Publish("order", id);

        var operations = (await sandbox.Get($"/_journal?since={before}")).Select(entry => entry!["operation"]!.ToString());
        Assert.Equal(["INSTAGRAM_GET_USER_INFO", "publish", "INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH"], operations);
    }

    [Fact]
    public async Task says_what_was_refused_and_why()
    {
        await sandbox.Upload("why", "square.png");
        var refused = (await sandbox.Get("/_journal?provider=rube")).Last(entry => entry!["outcome"]!.ToString() == "error")!;
        Assert.Contains("2207005", refused["error"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("why", refused["account"]!.ToString());
    }

    [Fact]
    public async Task keeps_no_secrets_and_no_pictures()
    {
        var picture = new string('A', 5000);
        var body = JsonNode.Parse(
            $$$"""{"contents":[{"parts":[{"text":"Hi"},{"inlineData":{"mimeType":"image/png","data":"{{{picture}}}"}}]}]}"""
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, "/gemini/v1beta/models/gemini-2.5-flash:generateContent");
        request.Headers.Add("x-goog-api-key", "very-secret");
        request.Content = JsonContent.Create(body);
        using var reply = await sandbox.Http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
        using var rube = await sandbox.Send("hidden_name", "INSTAGRAM_GET_USER_INFO", []);

        var journal = await sandbox.Http.GetStringAsync("/_journal");
        Assert.DoesNotContain("very-secret", journal, StringComparison.Ordinal);
        Assert.DoesNotContain(picture, journal, StringComparison.Ordinal);
        Assert.DoesNotContain("rube_hidden_name", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task can_be_emptied_without_counting_anew()
    {
        await sandbox.IdOf("count");
        var last = (await sandbox.Get("/_journal"))[^1]!["seq"]!.GetValue<long>();
        await sandbox.Http.DeleteAsync("/_journal");
        Assert.Empty(await sandbox.Get("/_journal"));
        await sandbox.IdOf("count");
        Assert.Equal(last + 1, (await sandbox.Get("/_journal"))[0]!["seq"]!.GetValue<long>());
    }
}
