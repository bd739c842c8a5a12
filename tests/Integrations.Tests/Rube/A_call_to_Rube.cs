using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;

namespace Campaigns.Integrations.Tests.Rube;

public sealed class A_call_to_Rube
{
    private static readonly ContainerId Container = new("c-1");

    [Fact]
    public async Task is_one_post_with_the_accounts_token_and_one_tool_in_it()
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did("""{"id":"c-1"}"""));
        await using var at = new InstagramAtHand(rube.Url);

        await at.Instagram.CreateContainer(InstagramAtHand.Bakery, InstagramAtHand.Loaf, CancellationToken.None);

        var call = Assert.Single(rube.Calls);
        Assert.Equal("/mcp", call.Path);
        Assert.Equal($"Bearer {InstagramAtHand.Token}", call.Headers["Authorization"]);
        Assert.Equal("application/json, text/event-stream", call.Headers["Accept"]);
        Assert.Equal("2025-06-18", call.Headers["MCP-Protocol-Version"]);
        Assert.Equal("tools/call", call.Json.GetProperty("method").GetString());
        Assert.Equal("RUBE_MULTI_EXECUTE_TOOL", call.Json.GetProperty("params").GetProperty("name").GetString());
        var arguments = call.Json.GetProperty("params").GetProperty("arguments");
        Assert.False(arguments.GetProperty("sync_response_to_workbench").GetBoolean());
        var tool = Assert.Single(arguments.GetProperty("tools").EnumerateArray());
        Assert.Equal("INSTAGRAM_CREATE_MEDIA_CONTAINER", tool.GetProperty("tool_slug").GetString());
        Assert.Equal("17841400000000001", tool.GetProperty("arguments").GetProperty("ig_user_id").GetString());
        Assert.Equal("https://media.example/loaf.jpg", tool.GetProperty("arguments").GetProperty("image_url").GetString());
        Assert.Equal("Pão fresco.\n\n#pão", tool.GetProperty("arguments").GetProperty("caption").GetString());
    }

    [Fact]
    public async Task is_not_made_without_a_token()
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did("{}"));
        await using var at = new InstagramAtHand(rube.Url);
        var other = InstagramAtHand.Bakery with { Token = new TokenRef(Guid.Empty) };

        Assert.Equal(
            "Rejected AccountBroken no_token",
            (await at.Instagram.Publish(other, Container, DateTimeOffset.MaxValue, CancellationToken.None)).Said()
        );
        Assert.Empty(rube.Calls);
    }

    public static TheoryData<string> GoodAnswers =>
        [
            RubeAnswers.Item("""{"id":"c-9"}"""),
            RubeAnswers.Item("""{"creation_id":"c-9"}"""),
            RubeAnswers.Item("""{"container_id":"c-9"}"""),
            RubeAnswers.Item("""{"data":{"id":"c-9"}}"""),
            RubeAnswers.Item("""{"id":"c-9","error":null}""").Replace("successful", "successfull", StringComparison.Ordinal),
            RubeAnswers.Item("""{"id":"c-9"}""").Replace("successful", "success", StringComparison.Ordinal),
            """{"successful":true,"data":{"data":{"results":[{"response":{"successful":true,"data":{"id":"c-9"}}}]}}}""",
        ];

    [Theory, MemberData(nameof(GoodAnswers))]
    public async Task understands_every_wrapping_as_json_and_as_events(string text)
    {
        await using var rube = await StandIn.Answering(
            RubeAnswers.Rpc(RubeAnswers.Result(text)),
            RubeAnswers.Events(RubeAnswers.Result(text))
        );
        await using var at = new InstagramAtHand(rube.Url);

        for (var way = 0; way < 2; way++)
            Assert.Equal(
                new ContainerId("c-9"),
                (await at.Instagram.CreateContainer(InstagramAtHand.Bakery, InstagramAtHand.Loaf, CancellationToken.None)).Value()
            );
    }

    public static TheoryData<string, bool> HalfHearted =>
        new()
        {
            { RubeAnswers.Item("""{"id":"m"}"""), true },
            { """{"successful":false,"data":{"results":[{"response":{"successful":true,"data":{"id":"m"}}}]}}""", false },
            { """{"successful":true,"data":{"results":[{"response":{"successful":false,"data":{"id":"m"}}}]}}""", false },
            { """{"successful":true,"data":{"results":[{"response":{"successful":true,"data":{"id":"m"}},"error":"no"}]}}""", false },
            {
                """{"successful":true,"data":{"results":[{"response":{"successful":true,"data":{"id":"m"},"error":{"message":"no"}}}]}}""",
                false
            },
            { """{"successful":true,"error":"no","data":{"results":[{"response":{"successful":true,"data":{"id":"m"}}}]}}""", false },
            { """{"data":{"results":[{"response":{"successful":true,"data":{"id":"m"}}}]}}""", false },
            { """{"successful":true,"data":{"results":[{"response":{"data":{"id":"m"}}}]}}""", false },
            { """{"successful":true,"data":{"results":[]}}""", false },
            { "Something went wrong, please try again.", false },
            { "", false },
        };

    [Theory, MemberData(nameof(HalfHearted))]
    public async Task has_succeeded_only_if_every_layer_says_so(string text, bool isError)
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Rpc(RubeAnswers.Result(text, isError)));
        await using var at = new InstagramAtHand(rube.Url);

        var published = await at.Instagram.Publish(InstagramAtHand.Bakery, Container, DateTimeOffset.MaxValue, CancellationToken.None);
        var status = await at.Instagram.StatusOf(InstagramAtHand.Bakery, Container, CancellationToken.None);

        Assert.Equal("Unclear OutcomeUnknown unknown", published.Said());
        Assert.Equal("Busy Transient unknown", status.Said());
    }

    [Fact]
    public async Task is_repeated_with_a_session_where_the_server_wants_one()
    {
        await using var rube = await StandIn.Answering(
            Answers.Status(400),
            Answers.Send(
                200,
                "application/json",
                """{"jsonrpc":"2.0","id":2,"result":{"protocolVersion":"2025-06-18"}}""",
                ("Mcp-Session-Id", "s-1")
            ),
            Answers.Status(202),
            RubeAnswers.Did("""{"id":"c-1"}"""),
            RubeAnswers.Did("""{"id":"c-2"}""")
        );
        await using var at = new InstagramAtHand(rube.Url);

        await at.Instagram.CreateContainer(InstagramAtHand.Bakery, InstagramAtHand.Loaf, CancellationToken.None);
        await at.Instagram.CreateContainer(InstagramAtHand.Bakery, InstagramAtHand.Loaf, CancellationToken.None);

        Assert.Equal(
            ["tools/call", "initialize", "notifications/initialized", "tools/call", "tools/call"],
            rube.Calls.Select(call => call.Json.GetProperty("method").GetString())
        );
        Assert.Equal([null, null, "s-1", "s-1", "s-1"], rube.Calls.Select(call => call.Headers.GetValueOrDefault("Mcp-Session-Id")));
    }

    [Fact]
    public async Task is_repeated_with_a_new_session_when_the_old_one_is_lost()
    {
        await using var rube = await StandIn.Answering(
            WithSession("s-1"),
            Answers.Status(404),
            Answers.Send(200, "application/json", """{"jsonrpc":"2.0","id":3,"result":{}}""", ("Mcp-Session-Id", "s-2")),
            Answers.Status(202),
            RubeAnswers.Did("""{"id":"c-2"}""")
        );
        await using var at = new InstagramAtHand(rube.Url);

        await at.Instagram.CreateContainer(InstagramAtHand.Bakery, InstagramAtHand.Loaf, CancellationToken.None);
        var second = await at.Instagram.CreateContainer(InstagramAtHand.Bakery, InstagramAtHand.Loaf, CancellationToken.None);

        Assert.Equal(new ContainerId("c-2"), second.Value());
        Assert.Equal([null, "s-1", null, "s-2", "s-2"], rube.Calls.Select(call => call.Headers.GetValueOrDefault("Mcp-Session-Id")));
    }

    [Fact]
    public async Task waits_for_publishing_by_a_deadline_of_its_own()
    {
        await using var rube = await StandIn.Answering(Answers.Silence);
        await using var patient = new InstagramAtHand(rube.Url, options => options with { Deadline = TimeSpan.FromMilliseconds(100) });
        await using var hasty = new InstagramAtHand(rube.Url, options => options with { PublishDeadline = TimeSpan.FromMilliseconds(100) });
        using var caller = new CancellationTokenSource();

        var publishing = patient.Instagram.Publish(InstagramAtHand.Bakery, Container, DateTimeOffset.MaxValue, caller.Token);
        var status = await patient.Instagram.StatusOf(InstagramAtHand.Bakery, Container, CancellationToken.None);
        var published = await hasty.Instagram.Publish(InstagramAtHand.Bakery, Container, DateTimeOffset.MaxValue, CancellationToken.None);

        Assert.Equal("Busy Transient timeout", status.Said());
        Assert.Equal("Unclear OutcomeUnknown timeout", published.Said());
        Assert.False(publishing.IsCompleted);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => publishing);
    }

    [Fact]
    public async Task that_publishes_is_not_sent_once_its_time_has_passed()
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did("""{"id":"m-1"}"""));
        await using var at = new InstagramAtHand(rube.Url);

        var published = await at.Instagram.Publish(
            InstagramAtHand.Bakery,
            Container,
            TimeProvider.System.GetUtcNow().AddSeconds(-1),
            CancellationToken.None
        );

        Assert.Equal("Unclear OutcomeUnknown too_late_to_send", published.Said());
        Assert.DoesNotContain(rube.Calls, call => call.Body.Length > 0);
    }

    [Fact]
    public async Task that_publishes_is_not_repeated_after_a_greeting_that_took_too_long()
    {
        var clock = new ClockThatJumps();
        await using var rube = await StandIn.Answering(
            http =>
            {
                clock.Ahead = TimeSpan.FromMinutes(1); // the process stood still
                return Answers.Status(404)(http);
            },
            Answers.Json("""{"jsonrpc":"2.0","id":2,"result":{}}"""),
            Answers.Status(202),
            RubeAnswers.Did("""{"id":"m-1"}""")
        );
        await using var at = new InstagramAtHand(rube.Url, clock: clock);

        var published = await at.Instagram.Publish(
            InstagramAtHand.Bakery,
            Container,
            TimeProvider.System.GetUtcNow().AddSeconds(15),
            CancellationToken.None
        );

        Assert.Equal("Unclear OutcomeUnknown too_late_to_send", published.Said());
        Assert.Single(rube.Calls, call => call.Body.Contains("INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ends_with_its_caller()
    {
        await using var rube = await StandIn.Answering(Answers.Silence);
        await using var at = new InstagramAtHand(rube.Url);
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => at.Instagram.QuotaOf(InstagramAtHand.Bakery, caller.Token));
    }

    private static Answer WithSession(string session) =>
        http =>
        {
            http.Response.Headers["Mcp-Session-Id"] = session;
            return RubeAnswers.Did("""{"id":"c-1"}""")(http);
        };

    private sealed class ClockThatJumps : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
