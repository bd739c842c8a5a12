using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class Writing_something_anew
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void offers_one_to_four_ways(int variants) =>
        Given(WithPost).When(Rewrite(new("Shorter", Variants: variants))).ThenRefused("campaign.variants_out_of_range", "variants");

    [Fact]
    public void needs_to_be_told_what_to_do() => Given(WithPost).When(Rewrite(new(" "))).ThenRefused("input.required", "instruction");

    [Fact]
    public void from_a_picture_needs_a_picture_and_no_video()
    {
        var film = Picture with { Video = new("mp4", "h264", "aac", 48_000, 30, 12) };
        Given([.. WithPost, new MediaAttached(First, film)])
            .When(Rewrite(new("What is to be seen"), fromPicture: true))
            .ThenRefused("campaign.no_picture", "itemId");
    }

    [Fact]
    public void of_the_brief_goes_on_once_at_a_time() =>
        Given(Begun, new BriefImprovementRequested(OtherJob, null, Ben)).When(Better).ThenRefused("campaign.improvement_under_way");

    [Fact]
    public void of_the_brief_begins_once() =>
        Given(Begun).When(Better).Then(new BriefImprovementRequested(Job, "Clearer", Ben)).AndAgainNothing();

    [Fact]
    public void after_a_failure_needs_a_failure() =>
        Given(WithPost)
            .When((Campaign state) => CampaignDecider.RetryJob(state, OtherJob, Job, Ben))
            .ThenRefused("campaign.nothing_to_retry", "generationId");

    private static Func<Campaign, Decision<CampaignEvent>> Rewrite(RewriteOrder order, bool fromPicture = false) =>
        state => CampaignDecider.RequestRewrite(state, new(First, order, fromPicture), Job, Ben);

    private static Func<Campaign, Decision<CampaignEvent>> Better =>
        state => CampaignDecider.RequestBriefImprovement(state, new("Clearer"), Job, Ben);
}
