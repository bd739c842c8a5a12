using System.Text;
using System.Text.Json.Nodes;
using Campaigns.Domain.Evidence;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests.Evidence;

public sealed class A_posts_evidence : IAsyncLifetime
{
    // Its own clock: these tests move it.
    private readonly Cluster cluster = new();

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task holds_what_happened_from_the_first_draft_to_the_platforms_id()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        Accepted(
            await campaign.AddItem(new(new(cluster.NewId()), new(Domain.Campaigns.Platform.Instagram, new("Another", []))), cluster.Ana())
        );
        Accepted(await campaign.SchedulePost(post.At("2026-11-24T09:05"), cluster.Ana()));
        await cluster.Until(async () => (await cluster.Names(post.Stream)).Contains("publication.went_live.v1"));

        var file = await cluster.Grains.Evidence(post.Tenant).PackOf(post.Publication);

        var check = EvidenceCheck.Of(file);
        Assert.Null(check.Broken);
        var names = check.Facts.Select(fact => (string?)fact["name"]).ToList();
        Assert.Equal(
            [
                "campaign.created.v1",
                "campaign.item_added.v1",
                "campaign.media_attached.v1",
                "campaign.item_approved.v1",
                "account.connected.v1",
                "campaign.publication_planned.v1",
                "publication.scheduled.v1",
            ],
            names[..7]
        );
        Assert.Equal("publication.went_live.v1", names[^1]);
        var pack = JsonNode.Parse(file)!;
        var live = check.Facts[^1];
        Assert.Equal("live", (string?)pack["outcome"]!["state"]);
        Assert.Equal((string?)live["data"]!["media"], (string?)pack["outcome"]!["mediaId"]);
        Assert.Equal("system:publisher", (string?)live["actor"]);
        Assert.Equal("user_ana", (string?)check.Facts[3]["actor"]);
        Assert.DoesNotContain("token", Encoding.UTF8.GetString(file!), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(file, await cluster.Grains.Evidence(post.Tenant).PackOf(post.Publication));
    }

    [Fact]
    public async Task holds_its_own_draft_and_of_those_written_with_it_only_their_hashes()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        cluster.Studio.AnswerNextWriting = new Domain.Reply<string>.Done(
            """
            {"posts":[
              {"platform":"Instagram","caption":"Draft one","hashtags":["tag"],"imagePrompt":"picture 1","altText":"a"},
              {"platform":"Instagram","caption":"Draft two","hashtags":["tag"],"imagePrompt":"picture 2","altText":"b"},
              {"platform":"Instagram","caption":"Draft three","hashtags":["tag"],"imagePrompt":"picture 3","altText":"c"}]}
            """
        );
        Accepted(await campaign.RequestWriting(new(new([new(Domain.Campaigns.Platform.Instagram, 3)], "en")), cluster.Ana()));
        var stream = $"campaign-{post.Tenant}/{post.Campaign}";
        await cluster.Until(async () => (await cluster.Names(stream)).Count(name => name == "campaign.item_illustrated.v1") == 3);
        var written = await Written(stream);
        var packs = new List<string>();
        foreach (var item in written.Select(one => one.Item).Take(2))
        {
            var publication = new Domain.Publications.PublicationId(cluster.NewId());
            Accepted(await campaign.Approve(new(item, null, null), cluster.Ana()));
            var ask = post with { Item = item, Publication = publication };
            Accepted(await campaign.SchedulePost(ask.At("2026-11-30T09:00"), cluster.Ana()));
            var file = await cluster.Grains.Evidence(post.Tenant).PackOf(publication);
            Assert.Null(EvidenceCheck.Of(file).Broken);
            packs.Add(Encoding.UTF8.GetString(file!));
        }

        var captions = written.Select(one => $"\"{one.Post.Text.Caption}\"").ToList();
        Assert.Equal((true, false, false), Has(packs[0], captions));
        Assert.Equal((false, true, false), Has(packs[1], captions));
        // Two of the campaign's event and two of the job's; and what one pack hides is what another shows.
        Assert.All(packs, pack => Assert.Equal(4, pack.Split("redactedSha256").Length - 1));
        var shown = JsonNode.Parse(packs[1])!["entries"]!.AsArray().Single(entry => (string?)entry!["name"] == "campaign.written.v1");
        var hash = EvidencePack.Redacted(shown!["data"]!["items"]![1]!.AsObject())["redactedSha256"]!.GetValue<string>();
        Assert.Contains(hash, packs[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task tells_nothing_of_other_posts_by_an_answer_that_was_sent_back()
    {
        var post = await cluster.ApprovedPost();
        var campaign = cluster.Grains.Campaign(post.Tenant, post.Campaign);
        cluster.Studio.AnswerNextWriting = new Domain.Reply<string>.Done(
            """
            {"posts":[
              {"platform":"Instagram","caption":"Another's secret","hashtags":["tag"],"imagePrompt":"picture 1","altText":"a"},
              {"platform":"Instagram","caption":"One more secret","hashtags":["tag"],"imagePrompt":"picture 2","altText":"b"}]}
            """
        );
        Accepted(await campaign.RequestWriting(new(new([new(Domain.Campaigns.Platform.Instagram, 3)], "en")), cluster.Ana()));
        var stream = $"campaign-{post.Tenant}/{post.Campaign}";
        await cluster.Until(async () => (await cluster.Names(stream)).Contains("campaign.written.v1"));
        var written = await Written(stream);
        var item = written.First(one => !one.Post.Text.Caption.Contains("secret", StringComparison.Ordinal)).Item;
        await cluster.Until(async () =>
            (await cluster.Names(stream)).Count(name => name == "campaign.item_illustrated.v1") == written.Count
        );
        Accepted(await campaign.Approve(new(item, null, null), cluster.Ana()));
        var publication = new Domain.Publications.PublicationId(cluster.NewId());
        Accepted(await campaign.SchedulePost((post with { Item = item, Publication = publication }).At("2026-11-30T09:00"), cluster.Ana()));

        var pack = Encoding.UTF8.GetString((await cluster.Grains.Evidence(post.Tenant).PackOf(publication))!);

        Assert.Contains("generation.answer_faulty.v1", pack, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", pack, StringComparison.Ordinal);
    }

    private static (bool, bool, bool) Has(string pack, List<string> captions) =>
        (
            pack.Contains(captions[0], StringComparison.Ordinal),
            pack.Contains(captions[1], StringComparison.Ordinal),
            pack.Contains(captions[2], StringComparison.Ordinal)
        );

    private async Task<IReadOnlyList<Domain.Campaigns.WrittenItem>> Written(string stream)
    {
        await foreach (var recorded in cluster.Log.Read(EventStore.StreamName.Parse(stream)))
            if (recorded.Event is Domain.Campaigns.CampaignEvent.Written written)
                return written.Items;
        throw new InvalidOperationException("Nothing was written.");
    }

    [Fact]
    public async Task is_not_there_for_another_tenant_or_another_id()
    {
        var post = await cluster.ApprovedPost();
        Accepted(await cluster.Grains.Campaign(post.Tenant, post.Campaign).SchedulePost(post.At("2026-11-30T09:00"), cluster.Ana()));

        Assert.NotNull(await cluster.Grains.Evidence(post.Tenant).PackOf(post.Publication));
        Assert.Null(await cluster.Grains.Evidence(cluster.NewTenant()).PackOf(post.Publication));
        Assert.Null(await cluster.Grains.Evidence(post.Tenant).PackOf(new(cluster.NewId())));
    }
}
