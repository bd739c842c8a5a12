using System.Text;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Domain.Tests.Events;

/// <summary>As it was stored before campaigns had runs: jobs were of one picture or one answer, and nobody kept who asked.</summary>
public sealed class An_older_event_of_a_run
{
    [Fact]
    public void that_asks_for_posts_means_posts_alone_and_nobody_known()
    {
        var read = Read<CampaignEvent.WritingRequested>(
            "campaign.writing_requested.v1",
            $$$"""
            {"generation":"{{{Job}}}","order":{"posts":[{"platform":"instagram","count":2}],"language":"pt-BR","tone":"Warm","illustrate":true}}
            """
        );

        Assert.Null(read.By);
        Assert.Equal((null, null, null, null), (read.Order.Ads, read.Order.Carousels, read.Order.Clips, read.Order.References));
        Assert.Equal((null, null), (read.Order.TextModel, read.Order.ImageModel));
        Assert.Equal([new(ContentKind.Post, Platform.Instagram), new(ContentKind.Post, Platform.Instagram)], read.Order.Items);
        Assert.Null(Assert.IsType<CampaignJob.Write>(After(read).Jobs[Job]).By);
    }

    [Fact]
    public void that_brings_posts_means_that_all_came_and_that_they_are_plain()
    {
        var read = Read<CampaignEvent.Written>(
            "campaign.written.v1",
            $$$"""
            {"generation":"{{{Job}}}","items":[{"item":"{{{Second}}}","post":{"platform":"instagram","text":{"caption":"Bread.","hashtags":["bread"]} } }],
             "madeBy":{"provider":"gemini","model":"gemini-3-flash","promptVersion":"posts.v1"}}
            """
        );

        Assert.Null(read.Missing);
        var item = After(read).Find(Second)!;
        Assert.Equal((PostKind.Photo, null, null), (item.Kind, item.Script, item.Order));
        Assert.Empty(item.Parts);
    }

    [Fact]
    public void that_asks_for_a_picture_means_a_new_one_and_nobody_known()
    {
        var read = Read<CampaignEvent.IllustrationRequested>(
            "campaign.illustration_requested.v1",
            $$$"""{"generation":"{{{Job}}}","item":"{{{First}}}","prompt":"A loaf","ratio":"portrait"}"""
        );

        Assert.Equal((null, null), (read.By, read.Original));
        Assert.Null(Assert.IsType<CampaignJob.Draw>(After(read).Jobs[Job]).Original);
    }

    [Fact]
    public void that_begins_a_call_means_a_model_that_is_not_known_and_no_reserved_money()
    {
        var read = Read<GenerationEvent.AttemptStarted>(
            "generation.attempt_started.v1",
            """{"attempt":1,"at":"2026-11-24T09:00:00+00:00"}"""
        );

        Assert.Equal((null, null), (read.Model, read.Reserved));
        Assert.IsAssignableFrom<Generation>(Generation.Evolve(Generation.Initial, read));
    }

    [Fact]
    public void that_ends_a_job_with_posts_means_that_all_came() =>
        Assert.Null(
            Read<GenerationEvent.TextProduced>(
                "generation.text_produced.v1",
                """
                {"posts":[{"platform":"instagram","text":{"caption":"Bread.","hashtags":["bread"]}}],
                 "madeBy":{"provider":"gemini","model":"gemini-3-flash","promptVersion":"posts.v1"},
                 "usage":{"input":1200,"cachedInput":200,"output":340,"thinking":80}}
                """
            ).Missing
        );

    private static TEvent Read<TEvent>(string name, string json)
        where TEvent : DomainEvent => Assert.IsType<TEvent>(new EventCodec().Decode(name, Encoding.UTF8.GetBytes(json)));

    private static Campaign.Open After(CampaignEvent happened) =>
        Assert.IsType<Campaign.Open>(
            Spec.After<Campaign, CampaignEvent>([
                new CampaignEvent.Created("Autumn", "Autumn at the bakery.", null),
                new CampaignEvent.ItemAdded(First, Draft),
                happened,
            ])
        );
}
