using Campaigns.Domain;
using Campaigns.Domain.Publications;

namespace Campaigns.Integrations.Tests.Rube;

public sealed class Publishing_through_Rube
{
    [Fact]
    public async Task names_what_went_out()
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did("""{"id":"m-7"}"""));
        await using var at = new InstagramAtHand(rube.Url);

        Assert.Equal(new MediaId("m-7"), (await Publish(at)).Value());
    }

    [Fact]
    public async Task is_unclear_when_it_went_out_without_a_name() =>
        Assert.Equal("Unclear OutcomeUnknown no_id", await After(RubeAnswers.Did("""{"ok":true}""")));

    [Fact]
    public async Task did_nothing_when_the_vault_is_away()
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did("""{"id":"m-7"}"""));
        await using var at = new InstagramAtHand(rube.Url, vault: new InstagramAtHand.NoVault());

        Assert.Equal("Broken Transient vault_away", (await Publish(at)).Said());
        Assert.Empty(rube.Calls);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task is_unclear_after_a_failure_of_the_server(int status) =>
        Assert.Equal($"Unclear OutcomeUnknown http_{status}", await After(Answers.Html(status)));

    [Fact]
    public async Task is_said_to_have_happened_before_by_a_conflict() =>
        Assert.Equal("Unclear AlreadyPublished http_409", await After(Answers.Html(409)));

    [Fact]
    public async Task is_unclear_after_a_web_page() => Assert.Equal("Unclear OutcomeUnknown html", await After(Answers.Html()));

    [Fact]
    public async Task is_unclear_after_an_answer_that_is_none() =>
        Assert.Equal("Unclear OutcomeUnknown not_json", await After(Answers.Json("{\"jsonrpc\":")));

    [Fact]
    public async Task is_unclear_after_events_that_end_too_soon() =>
        Assert.Equal("Unclear OutcomeUnknown no_answer", await After(Answers.Send(200, "text/event-stream", ": nothing\n\n")));

    [Theory]
    [InlineData(-32603)]
    [InlineData(-32000)]
    public async Task is_unclear_after_an_internal_error(int code) =>
        Assert.Equal($"Unclear OutcomeUnknown rpc_{code}", await After(RubeAnswers.RpcError(code)));

    [Theory]
    [InlineData(-32601)]
    [InlineData(-32602)]
    public async Task certainly_did_not_happen_when_the_tool_was_not_understood(int code) =>
        Assert.Equal($"Rejected Misconfigured rpc_{code}", await After(RubeAnswers.RpcError(code)));

    [Theory]
    [InlineData(401, "Rejected AccountBroken http_401")]
    [InlineData(403, "Rejected AccountBroken http_403")]
    [InlineData(404, "Broken Misconfigured http_404")]
    [InlineData(406, "Rejected Misconfigured http_406")]
    public async Task certainly_did_not_happen_when_it_was_turned_away_at_the_door(int status, string expected) =>
        Assert.Equal(expected, await After(Answers.Status(status)));

    [Fact]
    public async Task waits_as_long_as_Rube_says()
    {
        await using var rube = await StandIn.Answering(Answers.Send(429, "text/plain", "", ("Retry-After", "40")));
        await using var at = new InstagramAtHand(rube.Url);

        var busy = Assert.IsType<Reply<MediaId>.Busy>(await Publish(at));

        Assert.Equal((ProblemClass.Throttled, TimeSpan.FromSeconds(40)), (busy.Problem.Class, busy.RetryAfter!.Value));
    }

    [Fact]
    public async Task is_never_repeated_when_the_connection_breaks()
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did("""{"id":"c-1"}"""), Answers.HangUp);
        await using var at = new InstagramAtHand(rube.Url);
        await at.Instagram.CreateContainer(InstagramAtHand.Bakery, InstagramAtHand.Loaf, CancellationToken.None); // so that a connection is open

        Assert.Equal("Unclear OutcomeUnknown connection_lost", (await Publish(at)).Said());
        Assert.Equal(2, rube.Calls.Count);
    }

    [Theory]
    // Nothing went out, says the platform in so many numbers.
    [InlineData(9007L, 2207027L, "Busy NotReady 9007/2207027")]
    [InlineData(24L, 2207008L, "Busy ContainerBusy 24/2207008")]
    [InlineData(9L, 2207042L, "Busy QuotaReached 9/2207042")]
    [InlineData(4L, null, "Busy Throttled 4")]
    [InlineData(17L, null, "Busy Throttled 17")]
    [InlineData(32L, null, "Busy Throttled 32")]
    [InlineData(613L, null, "Busy Throttled 613")]
    [InlineData(80002L, null, "Busy Throttled 80002")]
    [InlineData(4L, 2207051L, "Busy AccountBlocked 4/2207051")] // the subcode decides: blocked as spam, not merely too fast
    [InlineData(190L, 463L, "Rejected AccountBroken 190/463")]
    [InlineData(10L, null, "Rejected AccountBroken 10")]
    [InlineData(200L, null, "Rejected AccountBroken 200")]
    [InlineData(299L, null, "Rejected AccountBroken 299")]
    [InlineData(25L, 2207050L, "Rejected AccountBroken 25/2207050")]
    [InlineData(368L, null, "Busy AccountBlocked 368")]
    [InlineData(36003L, 2207009L, "Rejected ContentRejected 36003/2207009")]
    [InlineData(100L, 2207010L, "Rejected ContentRejected 100/2207010")]
    // It may have gone out.
    [InlineData(-1L, 2207001L, "Unclear OutcomeUnknown -1/2207001")]
    [InlineData(1L, null, "Unclear OutcomeUnknown 1")]
    [InlineData(2L, null, "Unclear OutcomeUnknown 2")]
    [InlineData(409L, null, "Unclear AlreadyPublished 409")]
    [InlineData(24L, 2207006L, "Unclear OutcomeUnknown 24/2207006")]
    [InlineData(-2L, 2207020L, "Unclear OutcomeUnknown -2/2207020")]
    [InlineData(100L, 33L, "Unclear OutcomeUnknown 100/33")]
    [InlineData(100L, null, "Unclear OutcomeUnknown 100")]
    [InlineData(31337L, 2207999L, "Unclear OutcomeUnknown 31337/2207999")]
    public async Task believes_only_errors_that_are_known_to_mean_that_nothing_went_out(long code, long? subcode, string expected) =>
        Assert.Equal(expected, await After(RubeAnswers.Graph(code, subcode)));

    [Theory]
    [InlineData(190, "Unclear OutcomeUnknown 190")]
    [InlineData(31337, "Unclear OutcomeUnknown 31337")]
    [InlineData(4, "Busy Throttled 4")]
    public async Task is_unclear_when_the_platform_says_no_more_than_that_it_will_pass(long code, string expected) =>
        Assert.Equal(expected, await After(RubeAnswers.Graph(code, null, transient: true)));

    [Theory]
    [InlineData("\"(#9007) Media ID is not available\"", "Busy NotReady 9007")]
    [InlineData("\"HTTP 400: {\\\"error\\\":{\\\"code\\\":9,\\\"error_subcode\\\":2207042}} from Graph\"", "Busy QuotaReached 9/2207042")]
    [InlineData("\"Error: code=9007, error_subcode: '2207027'\"", "Busy NotReady 9007/2207027")]
    [InlineData("\"The media failed with 2207027\"", "Busy NotReady 2207027")]
    [InlineData("{\"message\":\"x\",\"code\":9,\"error_subcode\":2207042}", "Busy QuotaReached 9/2207042")]
    [InlineData("{\"error\":{\"code\":190}}", "Rejected AccountBroken 190")]
    [InlineData("\"status_code 190 of nothing\"", "Unclear OutcomeUnknown unknown")]
    [InlineData("\"The daily limit is reached, not ready, token invalid\"", "Unclear OutcomeUnknown unknown")]
    public async Task finds_the_numbers_wherever_they_stand_and_never_goes_by_words(string error, string expected) =>
        Assert.Equal(expected, await After(RubeAnswers.Failed(error)));

    private static async Task<string> After(Answer answer)
    {
        await using var rube = await StandIn.Answering(answer);
        await using var at = new InstagramAtHand(rube.Url);
        return (await Publish(at)).Said();
    }

    private static Task<Reply<MediaId>> Publish(InstagramAtHand at) =>
        at.Instagram.Publish(InstagramAtHand.Bakery, new ContainerId("c-1"), DateTimeOffset.MaxValue, CancellationToken.None);
}
