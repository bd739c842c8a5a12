using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Campaigns;

/// <summary>A campaign run of one item, and how its parts come to be made.</summary>
internal static class RunSample
{
    public static MediaAsset Voice => Picture with { Key = "org_acme/voice.wav", Width = 0, Height = 0, Audio = new("pcm", 24_000, 1, 3) };

    public static MediaAsset File(int number) => Picture with { Key = $"org_acme/{number}.jpg" };

    /// <summary>An item that came of an order, whose first parts are asked for.</summary>
    public static CampaignEvent[] Written(ItemScript script, ClipOrder? clips = null)
    {
        var order = new WritingOrder([], "pt-BR") { Clips = clips ?? new(1), Carousels = new(1, 3) };
        CampaignEvent[] before = [Begun, new WritingRequested(Job, order, Ben)];
        var kind = script.Content is ContentKind.Carousel ? PostKind.Carousel : PostKind.Reel;
        return
        [
            .. before,
            .. Accepted(before, state => CampaignDecider.RecordWritten(state, Job, [Draft with { Kind = kind, Script = script }], Model)),
        ];
    }

    public static List<PartRequested> Asked(IEnumerable<CampaignEvent> events) => [.. events.OfType<PartRequested>()];

    public static CampaignEvent[] Made(IReadOnlyList<CampaignEvent> before, PartRequested ask, MediaAsset media) =>
        Accepted(before, state => CampaignDecider.RecordPart(state, ask.Generation, media, Model));

    public static CampaignEvent[] Failed(IReadOnlyList<CampaignEvent> before, PartRequested ask) =>
        Accepted(before, state => CampaignDecider.RecordFailed(state, ask.Generation, Hiccup));

    /// <summary>The one item of the campaign.</summary>
    public static CampaignItem TheOne(IEnumerable<CampaignEvent> events) =>
        Assert.Single(Assert.IsType<Campaign.Open>(After<Campaign, CampaignEvent>(events)).Items);

    private static CampaignEvent[] Accepted(IEnumerable<CampaignEvent> before, Func<Campaign, Decision<CampaignEvent>> decide)
    {
        var decision = decide(After<Campaign, CampaignEvent>(before));
        Assert.Null(decision.Refusal);
        return [.. decision];
    }
}
