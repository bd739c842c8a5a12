using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

/// <summary>Through the whole saga: what is asked again, what is taken, what is said of the rest, and that all of it is paid for.</summary>
public sealed class A_model_that_answers_badly : IAsyncLifetime
{
    private static readonly WritingOrder Three = new([new(Platform.Instagram, 3)], "en", Illustrate: false);
    private readonly Cluster cluster = new();

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Theory]
    [InlineData("prose")]
    [InlineData("half")]
    [InlineData("too few")]
    [InlineData("too many")]
    [InlineData("another language")]
    [InlineData("another platform")]
    [InlineData("another shape")]
    public async Task once_is_told_what_is_wrong_and_mends_it(string how)
    {
        cluster.Studio.Writes = call => call == 1 ? Answer(how) : Posts(3);
        var (tenant, id) = await Ordered();

        var written = await Ended(tenant, id);

        Assert.Equal((3, true), (written!.Items.Count, written.Missing is null));
        Assert.Equal(2, cluster.Studio.Writings);
        Assert.Contains("It cannot be used as it is:", cluster.Studio.LastWriting!.Prompt, StringComparison.Ordinal);
        await EveryCallIsPaid(tenant, 2);
    }

    [Theory]
    [InlineData("prose")]
    [InlineData("half")]
    [InlineData("another language")]
    [InlineData("another platform")]
    [InlineData("another shape")]
    public async Task always_is_given_up_with_the_reason_when_nothing_of_it_can_be_used(string how)
    {
        cluster.Studio.Writes = _ => Answer(how);
        var (tenant, id) = await Ordered();

        Assert.Null(await Ended(tenant, id));

        var failed = await Last<CampaignEvent.WritingFailed>(tenant, id);
        Assert.Equal("answer_unfit", failed!.Problem.Code);
        await EveryCallIsPaid(tenant, cluster.Studio.Writings);
    }

    [Fact]
    public async Task with_too_few_is_taken_for_what_is_there_and_the_rest_can_be_ordered_alone()
    {
        cluster.Studio.Writes = _ => Answer("too few");
        var (tenant, id) = await Ordered();

        var written = await Ended(tenant, id);
        Assert.Single(written!.Items);
        Assert.Equal("Post for Instagram: 3 ordered, 1 came.", written.Missing![0]);

        cluster.Studio.Writes = _ => Posts(2);
        Accepted(await cluster.Grains.Campaign(tenant, id).RequestMissing(new(), cluster.Ana()));
        await cluster.Until(async () => (await All<CampaignEvent.Written>(tenant, id)).Count == 2);

        Assert.Equal(2, (await Last<CampaignEvent.Written>(tenant, id))!.Items.Count);
        Assert.Contains("Instagram: 2 (", cluster.Studio.LastWriting!.Prompt, StringComparison.Ordinal);
        Assert.Contains("- Bread 1", cluster.Studio.LastWriting!.Prompt, StringComparison.Ordinal); // what is there already
        Assert.Equal("campaign.nothing_missing", Refused(await cluster.Grains.Campaign(tenant, id).RequestMissing(new(), cluster.Ana())));
    }

    [Fact]
    public async Task with_too_many_is_taken_for_what_was_ordered()
    {
        cluster.Studio.Writes = _ => Answer("too many");
        var (tenant, id) = await Ordered();

        var written = await Ended(tenant, id);

        Assert.Equal((3, true), (written!.Items.Count, written.Missing is null));
        Assert.Equal(2, cluster.Studio.Writings);
    }

    private static string Answer(string how) =>
        how switch
        {
            "prose" => "With pleasure! Here are three posts about bread that your followers are going to love.",
            "half" => Posts(3)[..120],
            "too few" => Posts(1),
            "too many" => Posts(5),
            "another language" => Posts(
                3,
                "Você não precisa acordar cedo para ter pão quente em casa: nós fazemos tudo para você, com carinho."
            ),
            "another platform" => Posts(3).Replace("Instagram", "Myspace", StringComparison.Ordinal),
            "another shape" => """{"data":{"results":[{"text":"Bread"}]}}""",
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, "No such answer."),
        };

    private static string Posts(int count, string words = "Bread that is worth the way") =>
        JsonSerializer.Serialize(
            new JsonObject
            {
                ["posts"] = new JsonArray([
                    .. Enumerable
                        .Range(1, count)
                        .Select(n => new JsonObject
                        {
                            ["platform"] = "Instagram",
                            ["caption"] = words.StartsWith("Bread", StringComparison.Ordinal) ? $"Bread {n}" : $"{words} {n}",
                            ["hashtags"] = new JsonArray("bread"),
                        }),
                ]),
            }
        );

    private async Task<(TenantId Tenant, CampaignId Id)> Ordered()
    {
        var (tenant, id) = (cluster.NewTenant(), new CampaignId(cluster.NewId()));
        var campaign = cluster.Grains.Campaign(tenant, id);
        Accepted(await campaign.Create(new("Spring", "Bread from the village.", null), cluster.Ana()));
        Accepted(await campaign.RequestWriting(new(Three), cluster.Ana()));
        return (tenant, id);
    }

    /// <summary>What was written; null when it failed.</summary>
    private async Task<CampaignEvent.Written?> Ended(TenantId tenant, CampaignId id)
    {
        await cluster.Until(async () =>
            await Last<CampaignEvent.Written>(tenant, id) is not null || await Last<CampaignEvent.WritingFailed>(tenant, id) is not null
        );
        return await Last<CampaignEvent.Written>(tenant, id);
    }

    private async Task EveryCallIsPaid(TenantId tenant, int calls)
    {
        var month = LedgerMonth.Of(Nine);
        LedgerStanding? standing = null;
        await cluster.Until(async () => (standing = await cluster.Grains.LedgerMonth(tenant, month).Standing()).Open == 0);
        var booked = await cluster.Names($"ledger-{tenant}/{month}");

        Assert.Equal(calls, cluster.Studio.Writings);
        Assert.Equal(calls, booked.Count(name => name == "ledger.settled.v1"));
        Assert.Equal((MicroUsd.Zero, true), (standing!.Reserved, standing.Settled > MicroUsd.Zero));
    }

    private async Task<T?> Last<T>(TenantId tenant, CampaignId id) => (await All<T>(tenant, id)).LastOrDefault();

    private async Task<List<T>> All<T>(TenantId tenant, CampaignId id)
    {
        var all = new List<T>();
        await foreach (var recorded in cluster.Log.Read(StreamName.Parse($"campaign-{tenant}/{id}")))
            if (recorded.Event is T one)
                all.Add(one);
        return all;
    }
}
