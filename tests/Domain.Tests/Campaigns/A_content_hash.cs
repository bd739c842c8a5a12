using Campaigns.Domain.Campaigns;
using CsCheck;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class A_content_hash
{
    // Few letters and the separators of the canonical form: near misses are likely.
    private static readonly Gen<string> Part = Gen.Char["ab1:,"].Array[0, 4].Select(letters => new string(letters));

    private static readonly Gen<(Platform Platform, PostText Text, string? Media)> Content = Gen.Select(
        Gen.Enum<Platform>(),
        Part,
        Part.Array[0, 3],
        Part,
        Part,
        (platform, caption, tags, alt, media) => (platform, new PostText(caption, tags, AltText: alt), (string?)media)
    );

    [Fact]
    public void is_the_same_for_the_same_content_only() =>
        Gen.Select(Content, Content)
            .Sample(
                (one, other) =>
                    (Of(one) == Of(other)) == (one.Platform == other.Platform && one.Text == other.Text && one.Media == other.Media),
                iter: 20_000
            );

    [Fact]
    public void does_not_ask_what_the_picture_should_have_shown() =>
        Assert.Equal(
            ContentHash.Of(Platform.Instagram, Words, Picture.Sha256),
            ContentHash.Of(Platform.Instagram, Words with { ImagePrompt = "Something else" }, Picture.Sha256)
        );

    [Fact]
    public void stays_what_it_was_for_approvals_already_given() =>
        Assert.Equal(
            "ff59179f9307e3ca7601275c895f5d8e707b8af098c14f68cadd3d34ea7d6f40",
            ContentHash.Of(Platform.Instagram, Words, Picture.Sha256)
        );

    private static string Of((Platform Platform, PostText Text, string? Media) content) =>
        ContentHash.Of(content.Platform, content.Text, content.Media);
}
