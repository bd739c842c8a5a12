using System.Security.Cryptography;
using Campaigns.Domain.Tenants;
using SkiaSharp;

namespace Campaigns.Integrations.Tests.Media;

public sealed class A_kept_picture
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg", ".jpg")]
    [InlineData(SKEncodedImageFormat.Png, "image/png", ".png")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp", ".webp")]
    public async Task is_described_by_its_own_bytes(SKEncodedImageFormat format, string type, string extension)
    {
        await using var media = await MediaAtHand.Start();
        var bytes = Pictures.TwoHalves(40, 30, format);

        var asset = await media.Keep(bytes);

        Assert.Equal((type, 40, 30, (long)bytes.Length), (asset.ContentType, asset.Width, asset.Height, asset.Bytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), asset.Sha256);
        Assert.StartsWith("org_bakery/", asset.Key, StringComparison.Ordinal);
        Assert.EndsWith(extension, asset.Key, StringComparison.Ordinal);
        Assert.EndsWith($"/media/{asset.Key}", asset.Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(asset, await media.Store.Find(MediaAtHand.Bakery, asset.Key, CancellationToken.None));
        Assert.Equal(bytes, await media.Read(asset.Key));
    }

    [Fact]
    public async Task is_measured_the_way_up_that_it_is_shown()
    {
        await using var media = await MediaAtHand.Start();

        var asset = await media.Keep(Pictures.Held(Pictures.TwoHalves(40, 30), orientation: 6));

        Assert.Equal((30, 40), (asset.Width, asset.Height));
    }

    [Fact]
    public async Task has_a_name_of_its_own_each_time_and_leaves_nothing_unfinished()
    {
        await using var media = await MediaAtHand.Start();
        var bytes = Pictures.TwoHalves(40, 30);

        var (one, other) = (await media.Keep(bytes), await media.Keep(bytes));

        Assert.NotEqual(one.Key, other.Key);
        Assert.Equal(
            new[] { one.Key, other.Key }.Order(),
            Directory
                .GetFiles(media.Folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(media.Folder, file))
                .Order()
        );
    }

    [Fact]
    public async Task is_not_found_for_another_tenant()
    {
        await using var media = await MediaAtHand.Start();
        var asset = await media.Keep(Pictures.TwoHalves(40, 30));

        Assert.Null(await media.Store.Find(TenantId.Parse("org_other"), asset.Key, CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../secret.jpg")]
    [InlineData("org_bakery/../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("org_bakery/..%2f..%2fsecret.jpg")]
    [InlineData("org_bakery/0193a000-0000-7000-8000-000000000000-00000000000000000000000000000000.jpg")]
    [InlineData("org_bakery/0193a000-0000-7000-8000-000000000000-00000000000000000000000000000000.jpg\n")]
    [InlineData("org_bakery/0193a000-0000-7000-8000-000000000000-00000000000000000000000000000000.jpg/../../../secret.jpg")]
    public async Task is_found_by_its_name_and_nothing_else_is(string key)
    {
        await using var media = await MediaAtHand.Start();
        await File.WriteAllTextAsync(Path.Combine(media.Folder, "secret.jpg"), "secret");

        Assert.Null(await media.Store.Open(key, CancellationToken.None));
        Assert.Null(await media.Store.Find(MediaAtHand.Bakery, key, CancellationToken.None));
    }

    public static TheoryData<string, byte[]> NotKept =>
        new()
        {
            { "Rejected ContentRejected not_a_picture", [] },
            { "Rejected ContentRejected not_a_picture", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
            { "Rejected ContentRejected not_a_picture", "GIF89a\x01\0\x01\0\0\0\0;"u8.ToArray() },
            { "Rejected ContentRejected too_many_pixels", Pictures.Claiming(10_000, 6_000) },
            { "Rejected ContentRejected too_large", new byte[20 * 1024 * 1024 + 1] },
        };

    [Theory, MemberData(nameof(NotKept))]
    public async Task is_a_picture_of_a_size_that_can_be_handled(string expected, byte[] bytes)
    {
        await using var media = await MediaAtHand.Start();

        Assert.Equal(expected, (await media.Store.Keep(MediaAtHand.Bakery, bytes, CancellationToken.None)).Said());
        Assert.Empty(Directory.GetFileSystemEntries(media.Folder));
    }
}
