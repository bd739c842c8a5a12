using System.Net;
using System.Net.Sockets;
using Campaigns.Domain.Publications;

namespace Campaigns.Integrations.Tests.Rube;

public sealed class Asking_through_Rube
{
    private static readonly ContainerId Container = new("c-1");

    [Theory]
    [InlineData("IN_PROGRESS", ContainerStatus.InProgress)]
    [InlineData("FINISHED", ContainerStatus.Finished)]
    [InlineData("PUBLISHED", ContainerStatus.Published)]
    [InlineData("ERROR", ContainerStatus.Error)]
    [InlineData("EXPIRED", ContainerStatus.Expired)]
    public async Task tells_where_a_container_stands(string wire, ContainerStatus status)
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did($$"""{"id":"c-1","status_code":"{{wire}}","status":"words"}"""));
        await using var at = new InstagramAtHand(rube.Url);

        Assert.Equal(
            new ContainerReading(status),
            (await at.Instagram.StatusOf(InstagramAtHand.Bakery, Container, CancellationToken.None)).Value()
        );
    }

    [Theory]
    [InlineData("Error: media processing failed with error code 2207026.", "ContentRejected 2207026")]
    [InlineData("Error: Media upload has failed with error code 2207077", "MediaUnprocessable 2207077")]
    [InlineData("Error: the file could not be fetched (2207052)", "MediaUnreachable 2207052")]
    [InlineData("Error: 2207051", "ContainerGone 2207051")] // of the account another step will hear
    [InlineData("Error: 2207099", "ContainerGone 2207099")]
    [InlineData("Error: something, after 12207026 tries", null)]
    [InlineData("", null)]
    public async Task tells_why_a_container_failed(string words, string? reason)
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did($$"""{"id":"c-1","status_code":"ERROR","status":"{{words}}"}"""));
        await using var at = new InstagramAtHand(rube.Url);

        var reading = (await at.Instagram.StatusOf(InstagramAtHand.Bakery, Container, CancellationToken.None)).Value();

        Assert.Equal(ContainerStatus.Error, reading.Status);
        Assert.Equal(reason, reading.Problem is { } problem ? $"{problem.Class} {problem.Code}" : null);
    }

    [Fact]
    public async Task asks_again_after_a_status_that_it_does_not_know() =>
        Assert.Equal("Busy Transient unexpected_answer", await StatusAfter(RubeAnswers.Did("""{"status_code":"ON_ITS_WAY"}""")));

    [Theory]
    [InlineData("""{"data":[{"quota_usage":3,"config":{"quota_total":50,"quota_duration":86400}}]}""")]
    [InlineData("""[{"quota_usage":3,"config":{"quota_total":50}}]""")]
    [InlineData("""{"data":{"data":[{"quota_usage":3,"config":{"quota_total":50}}]}}""")]
    public async Task tells_the_quota_from_the_reply(string data)
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did(data));
        await using var at = new InstagramAtHand(rube.Url);

        Assert.Equal(new PublishingQuota(3, 50), (await at.Instagram.QuotaOf(InstagramAtHand.Bakery, CancellationToken.None)).Value());
    }

    [Fact]
    public async Task takes_no_total_for_granted()
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did("""{"data":[{"quota_usage":3}]}"""));
        await using var at = new InstagramAtHand(rube.Url);

        Assert.Equal(
            "Busy Transient unexpected_answer",
            (await at.Instagram.QuotaOf(InstagramAtHand.Bakery, CancellationToken.None)).Said()
        );
    }

    [Fact]
    public async Task tells_whose_a_token_is()
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Did("""{"id":"178","username":"bakery"}"""));
        await using var at = new InstagramAtHand(rube.Url);

        Assert.Equal(new InstagramUser("178", "bakery"), (await at.Instagram.WhoIs("a-new-token", CancellationToken.None)).Value());
        Assert.Equal("Bearer a-new-token", Assert.Single(rube.Calls).Headers["Authorization"]);
    }

    public static TheoryData<string, int> Doors =>
        new()
        {
            { "Rejected AccountBroken http_401", 401 },
            { "Busy Throttled http_429", 429 },
            { "Busy Transient http_500", 500 },
            { "Busy Transient http_503", 503 },
            { "Rejected AccountBroken html", 200 },
            { "Rejected AccountBroken html", 302 },
        };

    [Theory, MemberData(nameof(Doors))]
    public async Task may_be_repeated_unless_the_token_is_bad(string expected, int status) =>
        Assert.Equal(expected, await StatusAfter(Answers.Html(status)));

    [Fact]
    public async Task knows_a_page_whatever_it_calls_itself() =>
        Assert.Equal("Rejected AccountBroken html", await StatusAfter(Answers.Json("\n<!DOCTYPE html><html></html>")));

    [Fact]
    public async Task may_be_repeated_after_a_broken_connection() =>
        Assert.Equal("Busy Transient connection_lost", await StatusAfter(Answers.HangUp));

    [Fact]
    public async Task certainly_did_nothing_when_nobody_was_there()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        await using var at = new InstagramAtHand(url);

        Assert.Equal(
            "Broken Transient connect_failed",
            (await at.Instagram.Publish(InstagramAtHand.Bakery, Container, DateTimeOffset.MaxValue, CancellationToken.None)).Said()
        );
    }

    [Theory]
    [InlineData(24L, 2207006L, "Rejected ContainerGone 24/2207006")]
    [InlineData(190L, 463L, "Rejected AccountBroken 190/463")]
    [InlineData(2L, null, "Busy Transient 2")]
    [InlineData(31337L, null, "Busy Unfamiliar 31337")]
    public async Task about_a_container_fails_as_the_table_says(long code, long? subcode, string expected) =>
        Assert.Equal(expected, await StatusAfter(RubeAnswers.Graph(code, subcode)));

    [Theory]
    [InlineData(-2L, 2207003L, "Busy Transient -2/2207003")] // a new container is what was asked for anyway
    [InlineData(9004L, 2207052L, "Busy MediaUnreachable 9004/2207052")]
    [InlineData(36000L, 2207004L, "Rejected ContentRejected 36000/2207004")]
    [InlineData(36001L, 2207005L, "Rejected ContentRejected 36001/2207005")]
    [InlineData(36003L, 2207009L, "Rejected ContentRejected 36003/2207009")]
    [InlineData(100L, 2207023L, "Rejected ContentRejected 100/2207023")]
    [InlineData(100L, 2207028L, "Rejected ContentRejected 100/2207028")]
    [InlineData(1L, 2207057L, "Rejected ContentRejected 1/2207057")]
    [InlineData(352L, 2207026L, "Rejected ContentRejected 352/2207026")]
    [InlineData(100L, 2207040L, "Rejected ContentRejected 100/2207040")]
    [InlineData(100L, 33L, "Rejected Misconfigured 100/33")]
    [InlineData(-1L, 2207032L, "Busy Transient -1/2207032")]
    [InlineData(-1L, 2207082L, "Busy Transient -1/2207082")]
    public async Task for_a_container_fails_as_the_table_says(long code, long? subcode, string expected)
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Graph(code, subcode));
        await using var at = new InstagramAtHand(rube.Url);

        Assert.Equal(
            expected,
            (await at.Instagram.CreateContainer(InstagramAtHand.Bakery, InstagramAtHand.Loaf, CancellationToken.None)).Said()
        );
    }

    private static async Task<string> StatusAfter(Answer answer)
    {
        await using var rube = await StandIn.Answering(answer);
        await using var at = new InstagramAtHand(rube.Url);
        return (await at.Instagram.StatusOf(InstagramAtHand.Bakery, Container, CancellationToken.None)).Said();
    }
}
