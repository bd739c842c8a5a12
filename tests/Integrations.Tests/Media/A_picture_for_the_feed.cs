using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using SkiaSharp;

namespace Campaigns.Integrations.Tests.Media;

public sealed class A_picture_for_the_feed
{
    [Theory]
    [InlineData(1080, 1350)]
    [InlineData(1080, 1080)]
    [InlineData(1440, 754)]
    [InlineData(320, 400)]
    public async Task stays_as_it_is_when_it_is_fit_already(int width, int height)
    {
        await using var media = await MediaAtHand.Start();
        var original = await media.Keep(Pictures.TwoHalves(width, height));

        var fit = (await media.Stage.Fit(MediaAtHand.Bakery, original, PostKind.Photo, CancellationToken.None)).Value();

        Assert.Equal(original, fit);
    }

    [Theory]
    [InlineData(1080, 1080, SKEncodedImageFormat.Jpeg)] // fit already
    [InlineData(600, 1200, SKEncodedImageFormat.Png)] // drawn anew
    public async Task says_that_a_model_made_it_and_nothing_of_that_when_none_did(int width, int height, SKEncodedImageFormat format)
    {
        await using var media = await MediaAtHand.Start();
        var original = await media.Keep(Pictures.TwoHalves(width, height, format));
        var made = original with { MadeBy = new("gemini", "gemini-3-pro-image", "item-picture.v1") };

        var plain = (await media.Stage.Fit(MediaAtHand.Bakery, original, PostKind.Photo, CancellationToken.None)).Value();
        var marked = (await media.Stage.Fit(MediaAtHand.Bakery, made, PostKind.Photo, CancellationToken.None)).Value();
        var again = (
            await media.Stage.Fit(MediaAtHand.Bakery, made with { Key = marked.Key }, PostKind.Photo, CancellationToken.None)
        ).Value();

        Assert.False(SaysAiMade(await media.Read(plain.Key)));
        var bytes = await media.Read(marked.Key);
        Assert.True(SaysAiMade(bytes));
        Assert.Equal((null, made.MadeBy), (plain.MadeBy, marked.MadeBy));
        Assert.Equal((plain.Width, plain.Height, "image/jpeg"), (marked.Width, marked.Height, marked.ContentType));
        Assert.Equal(Pictures.At(await media.Read(plain.Key), 0.5, 0.2), Pictures.At(bytes, 0.5, 0.2));
        Assert.Equal(marked.Key, again.Key); // once is enough
    }

    [Theory]
    [InlineData(768, 1376, 768, 960)] // 9:16: 4:5 is the tallest
    [InlineData(1376, 720, 1375, 720)] // a hair too flat
    [InlineData(3000, 1000, 1440, 754)] // a banner
    [InlineData(3000, 2000, 1440, 960)] // only too large
    [InlineData(100, 100, 320, 320)] // only too small
    [InlineData(10, 3000, 320, 384)] // a thread
    [InlineData(3000, 1, 320, 320)] // a line
    [InlineData(1, 1, 320, 320)]
    public async Task is_cropped_and_scaled_to_what_the_platform_takes(int width, int height, int fitWidth, int fitHeight)
    {
        await using var media = await MediaAtHand.Start();

        var fit = (await media.Fit(Pictures.TwoHalves(width, height, SKEncodedImageFormat.Png))).Value();

        Assert.Equal(("image/jpeg", fitWidth, fitHeight), (fit.ContentType, fit.Width, fit.Height));
        Assert.InRange((decimal)fit.Width / fit.Height, 0.8m, 1.91m);
        Assert.InRange(fit.Bytes, 1, 8_000_000);
    }

    private static bool SaysAiMade(byte[] jpeg) =>
        jpeg.AsSpan().IndexOf("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"u8) > 0;

    [Fact]
    public async Task is_cut_on_both_sides_alike()
    {
        await using var media = await MediaAtHand.Start();

        var fit = (await media.Fit(Pictures.TwoHalves(600, 1200))).Value(); // red above, blue below

        var bytes = await media.Read(fit.Key);
        AssertIs(SKColors.Red, Pictures.At(bytes, 0.5, 0.48));
        AssertIs(SKColors.Blue, Pictures.At(bytes, 0.5, 0.52));
    }

    [Theory]
    [InlineData(1, 0.5, 0.1)]
    [InlineData(2, 0.5, 0.1)] // mirrored: the top stays the top
    [InlineData(3, 0.5, 0.9)]
    [InlineData(4, 0.5, 0.9)]
    [InlineData(5, 0.1, 0.5)]
    [InlineData(6, 0.9, 0.5)]
    [InlineData(7, 0.9, 0.5)]
    [InlineData(8, 0.1, 0.5)]
    public async Task is_turned_upright_and_says_no_more_how_the_camera_was_held(byte orientation, double redX, double redY)
    {
        await using var media = await MediaAtHand.Start();

        var fit = (await media.Fit(Pictures.Held(Pictures.TwoHalves(2000, 2000), orientation))).Value();

        var bytes = await media.Read(fit.Key);
        AssertIs(SKColors.Red, Pictures.At(bytes, redX, redY));
        AssertIs(SKColors.Blue, Pictures.At(bytes, 1 - redX, 1 - redY));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("Exif"u8));
    }

    [Fact]
    public async Task is_redrawn_when_only_its_way_up_is_wrong()
    {
        await using var media = await MediaAtHand.Start();

        var fit = (await media.Fit(Pictures.Held(Pictures.TwoHalves(1080, 1080), 6))).Value();

        AssertIs(SKColors.Red, Pictures.At(await media.Read(fit.Key), 0.9, 0.5));
    }

    [Fact]
    public async Task stands_on_white_where_nothing_was()
    {
        await using var media = await MediaAtHand.Start();

        var fit = (await media.Fit(Pictures.Transparent(800, 800))).Value();

        AssertIs(SKColors.White, Pictures.At(await media.Read(fit.Key), 0.5, 0.5));
    }

    [Fact]
    public async Task has_the_colours_of_screens()
    {
        await using var media = await MediaAtHand.Start();
        var wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);

        var fit = (await media.Fit(Pictures.TwoHalves(1080, 1080, colours: wide))).Value();

        using var codec = SKCodec.Create(new MemoryStream(await media.Read(fit.Key)));
        Assert.True(codec.Info.ColorSpace.IsSrgb);
    }

    [Fact]
    public async Task has_colours_in_the_place_of_inks()
    {
        await using var media = await MediaAtHand.Start();
        var inks = Pictures.Inks(800, 800);

        var fit = (await media.Fit(inks)).Value();

        Assert.Equal((4, 3), (Pictures.Components(inks), Pictures.Components(await media.Read(fit.Key))));
    }

    [Fact]
    public async Task is_the_same_each_time()
    {
        await using var media = await MediaAtHand.Start();
        var bytes = Pictures.TwoHalves(2500, 900, SKEncodedImageFormat.Webp);

        Assert.Equal((await media.Fit(bytes)).Value().Sha256, (await media.Fit(bytes)).Value().Sha256);
    }

    [Theory]
    [InlineData(1080, SKEncodedImageFormat.Jpeg)] // looks fit already
    [InlineData(2000, SKEncodedImageFormat.Jpeg)]
    [InlineData(2000, SKEncodedImageFormat.Png)]
    public async Task is_never_half_a_picture(int size, SKEncodedImageFormat format)
    {
        await using var media = await MediaAtHand.Start();
        var whole = Pictures.TwoHalves(size, size, format);

        Assert.Equal("Rejected ContentRejected not_decodable", (await media.Fit(whole[..(whole.Length / 2)])).Said());
    }

    [Fact]
    public async Task is_taken_from_its_own_tenants_store_only()
    {
        await using var media = await MediaAtHand.Start();
        var original = await media.Keep(Pictures.TwoHalves(1080, 1080));

        var reply = await media.Stage.Fit(TenantId.Parse("org_other"), original, PostKind.Photo, CancellationToken.None);

        Assert.Equal("Rejected ContentRejected media_missing", reply.Said());
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("https://localhost:5080", false)]
    [InlineData("http://campaigns.example", false)]
    [InlineData("http://campaigns.example", true)]
    public async Task is_refused_where_the_platform_could_not_fetch_it(string baseUrl, bool loopbackAllowed)
    {
        await using var media = await MediaAtHand.Start(options =>
            options with
            {
                BaseUrl = new Uri(baseUrl),
                LoopbackAllowed = loopbackAllowed,
            }
        );

        Assert.Equal("Rejected Misconfigured public_base_url", (await media.Fit(Pictures.TwoHalves(1080, 1080))).Said());
    }

    [Theory]
    [InlineData(404, "Rejected Misconfigured media_http_404")]
    [InlineData(403, "Rejected Misconfigured media_http_403")]
    [InlineData(302, "Rejected Misconfigured media_http_302")]
    [InlineData(502, "Busy Transient media_http_502")]
    [InlineData(200, "Rejected Misconfigured public_base_url")] // a page, no picture
    public async Task is_refused_where_it_is_not_served(int status, string expected)
    {
        await using var media = await MediaAtHand.Start(served: Answers.Html(status));

        Assert.Equal(expected, (await media.Fit(Pictures.TwoHalves(1080, 1080))).Said());
    }

    [Fact]
    public async Task waits_for_a_server_that_says_nothing_no_longer_than_configured()
    {
        await using var media = await MediaAtHand.Start(
            options => options with { ReachTimeout = TimeSpan.FromMilliseconds(200) },
            Answers.Silence
        );

        Assert.Equal("Busy Transient media_unreachable", (await media.Fit(Pictures.TwoHalves(1080, 1080))).Said());
    }

    /// <summary>A JPEG never gives back exactly what went in.</summary>
    private static void AssertIs(SKColor expected, SKColor actual) =>
        Assert.True(
            Math.Abs(expected.Red - actual.Red) + Math.Abs(expected.Green - actual.Green) + Math.Abs(expected.Blue - actual.Blue) < 40,
            $"{expected} was expected, {actual} is there."
        );
}
