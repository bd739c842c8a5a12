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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void of_a_photo_is_what_it_was_before_there_were_other_kinds(bool hasPicture) =>
        Assert.Equal(
            ContentHash.Of(Platform.Instagram, Words, hasPicture ? Picture.Sha256 : null),
            ContentHash.Of(Platform.Instagram, PostKind.Photo, Words, hasPicture ? [Picture] : [])
        );

    [Fact]
    public void of_any_kind_is_the_same_for_the_same_content_only()
    {
        var content = Gen.Select(
            Gen.Enum<PostKind>(),
            Part.Array[0, 2],
            Part,
            Part.Array[0, 3],
            (kind, tags, alt, files) => (kind, text: new PostText("x", tags, AltText: alt), files)
        );
        Gen.Select(content, content)
            .Sample(
                (one, other) =>
                    (Of(one) == Of(other))
                    == (one.kind == other.kind && one.text == other.text && Shown(one.kind, one.files) == Shown(other.kind, other.files)),
                iter: 20_000
            );
    }

    // A photo without a picture and one of which nothing is known were always the same.
    private static string Shown(PostKind kind, string[] files) =>
        kind is PostKind.Photo && files is [] ? "1:" : $"{files.Length}:{string.Join('|', files)}";

    private static string Of((PostKind Kind, PostText Text, string[] Files) content) =>
        ContentHash.Of(
            Platform.Instagram,
            content.Kind,
            content.Text,
            [.. content.Files.Select(checksum => Picture with { Sha256 = checksum })]
        );

    private static string Of((Platform Platform, PostText Text, string? Media) content) =>
        ContentHash.Of(content.Platform, content.Text, content.Media);
}
