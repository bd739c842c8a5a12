using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using static Campaigns.Domain.Tests.Ledgers.LedgerSample;

namespace Campaigns.Domain.Tests.Ledgers;

public sealed class An_estimate
{
    private static readonly UsualModels Models = new(Writer, Painter, new("veo", "none"), new("gemini", "none"));
    private static readonly WritingOrder Order = new([new(Platform.Instagram, 3), new(Platform.Facebook, 1)], "en");

    [Fact]
    public void goes_by_what_an_order_asks_for()
    {
        var size = GenerationSize.Of(Order, "A brief.");
        var range = GenerationEstimate.Of(size with { ImageSize = "1K" }, Models, Prices, Nine)!;

        Assert.Equal((1, 4, 8, 4), (size.Texts, size.Items, size.BriefCharacters, size.Images));
        // Four pictures at ten cents, and 2,502 tokens in and 3,300 out.
        Assert.Equal(MicroUsd.Of(400_000 + 2502 * 2 + 3300 * 10), range.Likely);
        Assert.True(range.Most > range.Likely + range.Likely);
    }

    [Fact]
    public void has_no_pictures_where_none_are_asked_for() =>
        Assert.Equal(0, GenerationSize.Of(Order with { Illustrate = false }, "").Images);

    [Fact]
    public void is_not_made_up_for_a_model_without_a_price()
    {
        Assert.Null(GenerationEstimate.Of(new(Clips: 1), Models, Prices, Nine));
        Assert.Equal(MicroUsd.Zero, GenerationEstimate.Of(new(), Models, Prices, Nine)!.Most);
    }
}
