using Campaigns.EventStore;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Tests.Reading;

public sealed class Reading_ones_own_writes(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task waits_until_the_row_is_there()
    {
        await using var running = await database.Run();
        for (var i = 0; i < 20; i++)
        {
            var stream = StreamName.Of("campaign", Given.Club, Given.Campaign(i).Value);
            var appended = await database.Append(stream, new Created($"Campaign {i}", "brief", null));

            Assert.True(await Get<ReadConsistency>().WaitFor(appended.Position.ToString(), [ReadModels.Campaigns], Patience));
            Assert.NotNull(await Get<CampaignReader>().Find(Given.Club, Given.Campaign(i)));
        }
    }

    [Fact]
    public async Task gives_up_when_patience_ends()
    {
        var far = (await database.Events.Head()).ToUInt64() + 1000;
        Assert.False(await Get<ReadConsistency>().WaitFor($"{far}", [], TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task looks_for_itself_where_nothing_can_be_heard()
    {
        await database.Append(StreamName.Of("campaign", Given.Bakery, Given.Campaign(50).Value), new Created("Quiet", "brief", null));
        await database.Project(); // nobody listens in this test
        var head = await database.Events.Head();
        Assert.True(await Get<ReadConsistency>().WaitFor(head.ToString(), [ReadModels.Items, ReadModels.History], Patience));
    }

    [Fact]
    public async Task believes_nobody_who_only_says_how_far_the_rows_are()
    {
        var feed = Get<ReadModelFeed>();
        await using var running = await database.Run();
        await database.Append(StreamName.Of("campaign", Given.Club, Given.Campaign(70).Value), new Created("Real", "brief", null));
        var head = (await database.Events.Head()).ToUInt64();
        Assert.True(await Get<ReadConsistency>().WaitFor($"{head}", [], Patience));

        foreach (var said in (string[])[$$"""{"position":{{head + 9}},"projections":["campaigns.v1"]}""", "{", "null"])
        {
            var heard = feed.Moved;
            await database.Api.Run("select pg_notify('campaigns_read', $1)", said);
            await heard.WaitAsync(Patience);
        }
        Assert.False(await Get<ReadConsistency>().WaitFor($"{head + 9}", [ReadModels.Campaigns], TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task ends_without_a_word_when_the_host_stops()
    {
        var running = await database.Run();
        var last = await database.Append(
            StreamName.Of("campaign", Given.Club, Given.Campaign(71).Value),
            new Created("Last", "brief", null)
        );
        Assert.True(await Get<ReadConsistency>().WaitFor(last.Position.ToString(), [], Patience));
        await running.DisposeAsync();
        Assert.All(
            database.Services.GetServices<IHostedService>().OfType<BackgroundService>(),
            one => Assert.Equal(TaskStatus.RanToCompletion, one.ExecuteTask?.Status)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task refuses_what_is_no_position(string position)
    {
        Assert.False(ReadConsistency.IsPosition(position));
        await Assert.ThrowsAsync<FormatException>(() => Get<ReadConsistency>().WaitFor(position, [], Patience));
    }

    [Fact]
    public async Task is_told_of_changes_of_ones_own_tenant()
    {
        await using var running = await database.Run();
        using var enough = new CancellationTokenSource(Patience);
        var named = false;
        var stream = StreamName.Of("campaign", Given.Club, Given.Campaign(60).Value);
        await foreach (var _ in Get<ReadConsistency>().Changes(Given.Club, enough.Token))
        {
            var row = await Get<CampaignReader>().Find(Given.Club, Given.Campaign(60));
            if (row is { Name: "Heard" })
                return;
            if (!named)
                await database.Append(stream, new Created("Heard", "brief", null));
            named = true;
        }
    }

    private T Get<T>()
        where T : notnull => database.Services.GetRequiredService<T>();
}
