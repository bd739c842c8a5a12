namespace Campaigns.Api.Tests.Transport;

/// <summary>A client that comes back goes on behind what it was sent: an element sent with an error would be lost to it.</summary>
public sealed class An_element_that_takes_too_long(HurriedServer server) : IClassFixture<HurriedServer>
{
    [Fact]
    public async Task is_tried_again()
    {
        await using var client = await SocketClient.Begin(server.Http.BaseAddress!);

        await client.Subscribe("s", "subscription { slow(times: 2) { number } }");

        Assert.Equal("""next s {"data":{"slow":{"number":1}}}""", await client.HearShort());
        Assert.Equal("""next s {"data":{"slow":{"number":2}}}""", await client.HearShort());
    }

    [Fact]
    public async Task again_and_again_ends_its_subscription_before_it()
    {
        await using var client = await SocketClient.Begin(server.Http.BaseAddress!);

        await client.Subscribe("s", "subscription { slow(times: 1000) { number } }");

        var end = await client.HearShort();
        Assert.StartsWith("error s ", end, StringComparison.Ordinal);
        Assert.Contains("LIMIT_TIME", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task again_and_again_ends_its_event_stream_without_its_position()
    {
        var query = Uri.EscapeDataString("subscription { slow(times: 1000) { number } }");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={query}");
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        using var response = await server.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Contains("LIMIT_TIME", text, StringComparison.Ordinal);
        Assert.DoesNotContain("id:", text, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata: \n\n", text, StringComparison.Ordinal);
    }
}
