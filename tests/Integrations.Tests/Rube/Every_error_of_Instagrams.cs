namespace Campaigns.Integrations.Tests.Rube;

/// <summary>The platform's table of errors, line by line, as answers to a question.</summary>
public sealed class Every_error_of_Instagrams
{
    [Theory]
    [InlineData(-2L, 2207003L, "Rejected ContainerGone")]
    [InlineData(-2L, 2207020L, "Rejected ContainerGone")]
    [InlineData(-1L, 2207001L, "Busy Unfamiliar")]
    [InlineData(-1L, 2207032L, "Busy Transient")]
    [InlineData(-1L, 2207053L, "Rejected ContainerGone")]
    [InlineData(-1L, 2207082L, "Busy Transient")]
    [InlineData(1L, 2207057L, "Rejected ContentRejected")]
    [InlineData(4L, 2207051L, "Busy AccountBlocked")]
    [InlineData(9L, 2207042L, "Busy QuotaReached")]
    [InlineData(24L, 2207006L, "Rejected ContainerGone")]
    [InlineData(24L, 2207008L, "Busy ContainerBusy")]
    [InlineData(25L, 2207050L, "Rejected AccountBroken")]
    [InlineData(100L, 2207023L, "Rejected ContentRejected")]
    [InlineData(100L, 2207028L, "Rejected ContentRejected")]
    [InlineData(100L, 2207010L, "Rejected ContentRejected")]
    [InlineData(100L, 2207035L, "Rejected ContentRejected")]
    [InlineData(100L, 2207036L, "Rejected ContentRejected")]
    [InlineData(100L, 2207037L, "Rejected ContentRejected")]
    [InlineData(100L, 2207040L, "Rejected ContentRejected")]
    [InlineData(352L, 2207026L, "Rejected ContentRejected")]
    [InlineData(9004L, 2207052L, "Busy MediaUnreachable")]
    [InlineData(9007L, 2207027L, "Busy NotReady")]
    [InlineData(36000L, 2207004L, "Rejected ContentRejected")]
    [InlineData(36001L, 2207005L, "Rejected ContentRejected")]
    [InlineData(36003L, 2207009L, "Rejected ContentRejected")]
    [InlineData(-1L, 2207076L, "Busy MediaUnprocessable")]
    [InlineData(-1L, 2207077L, "Busy MediaUnprocessable")]
    [InlineData(1L, null, "Busy Transient")]
    [InlineData(2L, null, "Busy Transient")]
    [InlineData(4L, null, "Busy Throttled")]
    [InlineData(17L, null, "Busy Throttled")]
    [InlineData(32L, null, "Busy Throttled")]
    [InlineData(613L, null, "Busy Throttled")]
    [InlineData(80002L, null, "Busy Throttled")]
    [InlineData(190L, null, "Rejected AccountBroken")]
    [InlineData(190L, 458L, "Rejected AccountBroken")]
    [InlineData(190L, 459L, "Rejected AccountBroken")]
    [InlineData(190L, 460L, "Rejected AccountBroken")]
    [InlineData(190L, 463L, "Rejected AccountBroken")]
    [InlineData(190L, 464L, "Rejected AccountBroken")]
    [InlineData(190L, 467L, "Rejected AccountBroken")]
    [InlineData(10L, null, "Rejected AccountBroken")]
    [InlineData(200L, null, "Rejected AccountBroken")]
    [InlineData(299L, null, "Rejected AccountBroken")]
    [InlineData(100L, null, "Rejected Misconfigured")]
    [InlineData(100L, 33L, "Rejected Misconfigured")]
    [InlineData(368L, null, "Busy AccountBlocked")]
    [InlineData(4711L, null, "Busy Unfamiliar")]
    [InlineData(4711L, 2207999L, "Busy Unfamiliar")]
    public async Task has_its_class(long code, long? subcode, string expected) =>
        Assert.StartsWith($"{expected} ", await StatusAfter(RubeAnswers.Graph(code, subcode)), StringComparison.Ordinal);

    [Theory]
    [InlineData(4711L, null)]
    [InlineData(10L, null)]
    public async Task that_says_itself_that_it_passes_is_tried_again(long code, long? subcode) =>
        Assert.StartsWith(
            "Busy Transient ",
            await StatusAfter(RubeAnswers.Graph(code, subcode, transient: true)),
            StringComparison.Ordinal
        );

    private static async Task<string> StatusAfter(Answer answer)
    {
        await using var rube = await StandIn.Answering(answer);
        await using var at = new InstagramAtHand(rube.Url);
        return (await at.Instagram.StatusOf(InstagramAtHand.Bakery, new("c-1"), CancellationToken.None)).Said();
    }
}
