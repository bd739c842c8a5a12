using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Ledgers;
using Campaigns.Projections.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Projections.Tests.Ledgers;

public sealed class What_calls_came_to(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>, IAsyncLifetime
{
    private static readonly TenantId Stranger = TenantId.Parse("org_stranger");

    private UsageReader Usage => database.Services.GetRequiredService<UsageReader>();

    public async ValueTask InitializeAsync()
    {
        if ((await Rows.In<AttemptRow>(database.Silo)).Count > 0)
            return;
        await database.Append(
            Calls.Stream,
            new LedgerEvent.Opened(Calls.November, null),
            Calls.Reserved("a", Given.Campaign(1)),
            Calls.Settled("a", 100.25m, Given.Campaign(1)),
            Calls.Reserved("b", Given.Campaign(1), "painter-1", day: 1),
            Calls.Settled("b", 7000, Given.Campaign(1), "painter-1", day: 1, OutcomeClasses.Unclear, CostBasis.Bound),
            Calls.Reserved("c"),
            Calls.Released("c"),
            Calls.Reserved("d", Given.Campaign(2), day: 2),
            Calls.Settled("d", 0.000000001m, Given.Campaign(2), day: 2),
            Calls.Reserved("open")
        );
        await database.Project();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task is_summed_to_the_last_digit()
    {
        var sum = await Usage.Total(Given.Club, new());

        Assert.Equal((4L, 2L, 2L), (sum.Calls, sum.Done, sum.Failed));
        Assert.Equal((7100.250000001m, 7000m), (sum.CostMicroUsd, sum.EstimatedMicroUsd));
        Assert.Equal((200L, 20L, 40L, 10L, 2L), (sum.InputTokens, sum.CachedInputTokens, sum.OutputTokens, sum.ThinkingTokens, sum.Images));
        Assert.Equal((6000L, 1500L), (sum.LatencyMs, sum.LongestMs));
    }

    [Fact]
    public async Task is_told_by_the_day()
    {
        var days = await Usage.Groups(Given.Club, new(From: new(2026, 11, 24)), UsageGrouping.Day);

        Assert.Equal([("2026-11-24", 7000m), ("2026-11-25", 0.000000001m)], days.Select(day => (day.Key!, day.CostMicroUsd)));
    }

    [Theory]
    [InlineData(UsageGrouping.Model, "gemini/painter-1", "gemini/writer-1")]
    [InlineData(UsageGrouping.Provider, "gemini")]
    [InlineData(UsageGrouping.Actor, "user_ana")]
    [InlineData(UsageGrouping.Operation, "campaign_text")]
    public async Task is_told_by_what_it_was_spent_on(UsageGrouping by, params string[] keys) =>
        Assert.Equal(keys, (await Usage.Groups(Given.Club, new(), by)).Select(group => group.Key!));

    [Fact]
    public async Task is_told_by_the_campaign_and_of_one_alone()
    {
        var groups = await Usage.Groups(Given.Club, new(), UsageGrouping.Campaign);

        Assert.Equal([$"{Given.Campaign(1)}", $"{Given.Campaign(2)}", null], groups.Select(group => group.Key));
        Assert.Equal(7100.25m, (await Usage.Total(Given.Club, new(Campaign: Given.Campaign(1).Uuid))).CostMicroUsd);
    }

    [Fact]
    public async Task is_a_list_with_filters()
    {
        Assert.Equal(["open", "c", "a"], await Page(new(Model: "writer-1", To: Given.Nine.AddHours(1))), StringComparer.Ordinal);
        Assert.Equal(["b"], await Page(new(OutcomeClass: OutcomeClasses.Unclear, ErrorCode: "http_503")));
        Assert.Equal(["open"], await Page(new(States: [AttemptState.Reserved])));
        Assert.Empty(await Page(new(Actor: "user_ben")));
        Assert.Equal(5, (await Page(new(Generation: Given.Generation().Uuid))).Count);
    }

    [Fact]
    public async Task is_nobody_elses()
    {
        Assert.Equal(0, (await Usage.Total(Stranger, new())).Calls);
        Assert.Empty(await Usage.Groups(Stranger, new(), UsageGrouping.Day));
        Assert.Empty((await Usage.Page(Stranger, new(), Direction.Ascending, new(10))).Edges);
    }

    private async Task<List<string>> Page(AttemptFilter filter) =>
        [
            .. (await Usage.Page(Given.Club, filter, Direction.Descending, new(10)))
                .Edges.Select(edge => edge.Node.Attempt)
                .OrderByDescending(id => id, StringComparer.Ordinal),
        ];
}
