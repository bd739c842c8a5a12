using Campaigns.Domain.History;

namespace Campaigns.Domain.Tests.History;

public sealed class A_change_in_words
{
    [Theory]
    [InlineData("zone", "Europe/Lisbon", "Europe/Berlin", "The zone was changed from “Europe/Lisbon” to “Europe/Berlin”.")]
    [InlineData("heldBecause", null, "Crisis.", "The hold was set to “Crisis.”.")]
    [InlineData("heldBecause", "Crisis.", null, "The hold was cleared, from “Crisis.”.")]
    [InlineData("primaryColor", "#000000", "#FFFFFF", "The primary color was changed from “#000000” to “#FFFFFF”.")]
    [InlineData("name", "A\nB", "A B", "The name was changed from “A B” to “A B”.")]
    public void says_what_was_there_and_what_is(string field, string? from, string? to, string words) =>
        Assert.Equal(words, new Change(field, from, to).InWords());

    [Fact]
    public void says_that_it_is_of_a_post() =>
        Assert.Equal(
            "The post's hashtags were changed from “#bread” to “#rolls”.",
            new Change("hashtags", "#bread", "#rolls", First).InWords()
        );

    [Fact]
    public void cuts_what_is_long_and_no_character_in_two()
    {
        var words = new Change("caption", null, new string('x', 58) + "🥐 and more", First).InWords();

        Assert.Equal($"The post's caption was set to “{new string('x', 58)}…”.", words);
    }

    [Fact]
    public void among_many_says_how_many_more_there_are()
    {
        Change[] some = [.. "abcdefg".Select(letter => new Change($"{letter}", null, "1"))];

        Assert.Null(some[..0].InWords());
        Assert.Equal("The a was set to “1”. The b was set to “1”.", some[..2].InWords());
        Assert.EndsWith("The d was set to “1”. And 1 change more.", some[..5].InWords(), StringComparison.Ordinal);
        Assert.EndsWith("The d was set to “1”. And 3 changes more.", some.InWords(), StringComparison.Ordinal);
    }
}
