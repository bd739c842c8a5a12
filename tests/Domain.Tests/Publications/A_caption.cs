using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Tests.Publications;

public sealed class A_caption
{
    [Theory]
    [InlineData(2200, true)]
    [InlineData(2201, false)]
    public void has_at_most_2200_characters(int length, bool fits) => Assert.Equal(fits, CaptionRule.Broken(new('x', length)) is null);

    [Theory]
    [InlineData('#', 30, true)]
    [InlineData('#', 31, false)]
    [InlineData('@', 20, true)]
    [InlineData('@', 21, false)]
    public void has_at_most_30_hashtags_and_20_mentions(char sign, int count, bool fits) =>
        Assert.Equal(fits, CaptionRule.Broken(string.Concat(Enumerable.Repeat($"{sign}x ", count))) is null);

    [Fact]
    public void is_composed_of_words_and_hashtags()
    {
        Assert.Equal("Fresh bread at seven.\n\n#bread #bakery", Words.Composed);
        Assert.Equal("Alone.", new PostText("Alone.", []).Composed);
    }

    [Fact]
    public void counts_its_hashtags_too() =>
        Assert.NotNull(CaptionRule.Broken(new PostText(new('x', 2190), ["a", "tag", "more"]).Composed));
}
