namespace Campaigns.Domain.Tests;

public sealed class A_free_text
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void must_not_be_blank_where_it_is_required(string? text)
    {
        Assert.Equal(("input.required", "name"), Code(text));
        Assert.Null(TextRule.Check("name", text, 10, required: false));
    }

    [Fact]
    public void must_not_be_too_long()
    {
        Assert.Null(TextRule.Check("name", new('x', 10), 10));
        Assert.Equal(("input.too_long", "name"), Code(new('x', 11)));
        Assert.Equal("input.too_long", TextRule.Check("name", new(' ', 11), 10, required: false)!.Code);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u001b[31m")]
    [InlineData("a\u0085b")]
    public void must_be_whole_and_plain(string text) => Assert.Equal(("input.malformed", "name"), Code(text));

    [Fact]
    public void must_not_hold_half_a_character() =>
        Assert.All(["\ud83d", "\ude00\ud83d", "a\ud83d\ud83d", "a\ude00"], text => Assert.Equal(("input.malformed", "name"), Code(text)));

    [Theory]
    [InlineData("a\r\n\tb")]
    [InlineData("😀🇵🇹")]
    [InlineData("שלום")]
    [InlineData("日本語")]
    public void may_be_in_any_script(string text) => Assert.Null(TextRule.Check("name", text, 10));

    [Fact]
    public void is_refused_for_the_first_reason()
    {
        var first = TextRule.Check("a", "", 1);
        Assert.Same(first, TextRule.First(null, first, TextRule.Check("b", "", 1)));
        Assert.Null(TextRule.First(null, null));
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("pt-BR", true)]
    [InlineData("zh-Hant-TW", true)]
    [InlineData("es-419", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("e", false)]
    [InlineData("english", false)]
    [InlineData("pt_BR", false)]
    [InlineData("pt-BR\n", false)]
    public void is_in_a_language_with_a_tag(string? tag, bool known) => Assert.Equal(known, LanguageRule.Check("language", tag) is null);

    private static (string Code, string? Field) Code(string? text) =>
        TextRule.Check("name", text, 10) is { } refusal ? (refusal.Code, refusal.Field) : ("none", null);
}
