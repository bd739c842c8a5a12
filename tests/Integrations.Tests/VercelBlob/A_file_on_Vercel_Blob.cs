using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Tests.Media;

namespace Campaigns.Integrations.Tests.VercelBlob;

public sealed class A_file_on_Vercel_Blob
{
    [Fact]
    public async Task is_found_listed_read_and_removed()
    {
        await using var blob = await BlobAtHand.Start();
        var bytes = Pictures.TwoHalves(400, 300);

        var asset = (await blob.Keep(bytes)).Value();

        Assert.Matches(@"^org_bakery/[0-9a-f-]{36}-[0-9a-f]{32}\.\w+$", asset.Key);
        Assert.Equal((400, 300, (long)bytes.Length), (asset.Width, asset.Height, asset.Bytes));
        Assert.EndsWith(asset.Key, asset.Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(bytes, await blob.Fetch(asset.Url));
        Assert.Equal(asset, await blob.Find(asset.Key));
        Assert.Null(await blob.Store.Find(TenantId.Parse("org_another"), asset.Key, CancellationToken.None));
        Assert.Equal([(asset.Key, asset.Bytes)], (await Listed(blob)).Select(file => (file.Key, file.Bytes)));

        Assert.IsType<Reply<Removed>.Done>(await blob.Store.Delete(BlobAtHand.Bakery, asset.Key, CancellationToken.None));
        Assert.Null(await blob.Find(asset.Key));
        Assert.Null(await blob.Store.Open(asset.Key, CancellationToken.None));
        Assert.Empty(await Listed(blob));
    }

    [Fact]
    public async Task may_be_a_sound()
    {
        await using var blob = await BlobAtHand.Start();
        var bytes = Sounds.Wave(2);

        var asset = (await blob.Store.KeepSound(BlobAtHand.Bakery, bytes, CancellationToken.None)).Value();

        Assert.Equal(("audio/wav", 2d), (asset.ContentType, asset.Audio!.Seconds));
        Assert.Equal(asset, await blob.Find(asset.Key));
        Assert.Equal(bytes, await blob.Fetch(asset.Url));
    }

    [Fact]
    public async Task is_made_fit_though_this_system_has_no_public_address()
    {
        await using var blob = await BlobAtHand.Start();
        var asset = (await blob.Keep(Pictures.TwoHalves(400, 300))).Value();

        var fit = (await blob.Stage.Fit(BlobAtHand.Bakery, asset, PostKind.Photo, CancellationToken.None)).Value();

        Assert.Equal("image/jpeg", fit.ContentType);
        Assert.NotEmpty(await blob.Fetch(fit.Url));
    }

    [Fact]
    public async Task is_sent_once_when_only_the_answer_was_lost()
    {
        await using var blob = await BlobAtHand.Start();
        await blob.Fault(new() { ["kind"] = "lost_answer", ["operation"] = "put" });

        var asset = (await blob.Keep(Pictures.TwoHalves(40, 30))).Value();

        var puts = (await blob.Calls("put")).Select(call => call["arguments"]!["pathname"]!.ToString());
        Assert.Equal([asset.Key, $"{asset.Key}.json"], puts);
        Assert.NotNull(await blob.Find(asset.Key));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task is_sent_again_when_the_store_is_away_for_a_moment(int status)
    {
        await using var blob = await BlobAtHand.Start();
        await blob.Fault(
            new()
            {
                ["kind"] = "status",
                ["status"] = status,
                ["times"] = 2,
            }
        );

        Assert.NotNull((await blob.Keep(Pictures.TwoHalves(40, 30))).Value());
    }

    [Fact]
    public async Task is_sent_again_when_a_page_comes_in_the_place_of_an_answer()
    {
        await using var blob = await BlobAtHand.Start();
        await blob.Fault(new() { ["kind"] = "html", ["operation"] = "put" });

        Assert.NotNull((await blob.Keep(Pictures.TwoHalves(40, 30))).Value());
    }

    [Fact]
    public async Task is_not_kept_while_the_store_asks_to_wait_for_long()
    {
        await using var blob = await BlobAtHand.Start();
        await blob.Fault(
            new()
            {
                ["kind"] = "status",
                ["status"] = 429,
                ["retryAfterSeconds"] = 90,
                ["times"] = -1,
            }
        );

        var busy = Assert.IsType<Reply<MediaAsset>.Busy>(await blob.Keep(Pictures.TwoHalves(40, 30)));

        Assert.Equal(
            (ProblemClass.Throttled, "rate_limited", TimeSpan.FromSeconds(90)),
            (busy.Problem.Class, busy.Problem.Code, busy.RetryAfter)
        );
    }

    [Fact]
    public async Task is_not_kept_with_a_token_that_is_no_good()
    {
        await using var blob = await BlobAtHand.Start(options => options with { Token = "vercel_blob_rw_TestStore_bad" });

        var broken = Assert.IsType<Reply<MediaAsset>.Broken>(await blob.Keep(Pictures.TwoHalves(40, 30)));

        Assert.Equal((ProblemClass.Misconfigured, "forbidden"), (broken.Problem.Class, broken.Problem.Code));
        await Assert.ThrowsAsync<MediaStoreUnavailableException>(() => blob.Find($"org_bakery/{Guid.Empty}-{new string('0', 32)}.jpg"));
    }

    [Fact]
    public async Task is_not_kept_when_it_is_none_that_we_take()
    {
        await using var blob = await BlobAtHand.Start();

        Assert.Equal(
            "not_a_picture",
            Assert.IsType<Reply<MediaAsset>.Rejected>(await blob.Keep("data:image/png;base64,AAAA"u8.ToArray())).Problem.Code
        );
        Assert.IsType<Reply<MediaAsset>.Rejected>(await blob.KeepVideo(new MemoryStream(new byte[100])));

        Assert.Empty(await blob.Calls("put"));
        Assert.Empty(blob.Waiting());
    }

    [Fact]
    public async Task comes_in_parts_when_it_is_large_and_a_lost_part_comes_again()
    {
        await using var blob = await BlobAtHand.Start();
        await blob.Fault(new() { ["kind"] = "lost_answer", ["operation"] = "mpu-upload" });
        await blob.Fault(new() { ["kind"] = "lost_answer", ["operation"] = "mpu-complete" });
        var video = new PaddedVideo(20 * 1024 * 1024);

        var asset = (await blob.KeepVideo(video)).Value();

        Assert.Equal((video.Length, "video/mp4", 4d), (asset.Bytes, asset.ContentType, asset.Video!.Seconds));
        Assert.Equal(asset, await blob.Find(asset.Key));
        Assert.Equal(4, (await blob.Calls("mpu-upload")).Count);
        Assert.Single(await blob.Calls("mpu-complete"));
        Assert.Empty(blob.Waiting());
    }

    [Fact]
    public async Task passes_through_in_pieces_however_large_it_is()
    {
        await using var blob = await BlobAtHand.Start();
        await blob.KeepVideo(new PaddedVideo(20 * 1024 * 1024)); // whatever is made once is made now
        using var peak = new PeakMemory();

        var asset = (await blob.KeepVideo(new PaddedVideo(200 * 1024 * 1024))).Value();

        Assert.True(asset.Bytes > 200 * 1024 * 1024);
        var grown = peak.Grown();
        Assert.True(grown < 64 * 1024 * 1024, $"{grown >> 20} MB more were in use at a time.");
    }

    private static async Task<IReadOnlyList<StoredFile>> Listed(BlobAtHand blob) =>
        (await blob.Store.List(BlobAtHand.Bakery, null, CancellationToken.None)).Value().Files;
}
