using System.Buffers.Binary;
using System.Diagnostics;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Harness;

namespace Campaigns.Integrations.Tests.Media;

public sealed class A_video
{
    private static readonly byte[] Film = new SampleVideo { Sound = 0x40 }.Bytes();

    [Fact]
    public async Task is_kept_as_it_is_with_what_its_boxes_say()
    {
        await using var media = await MediaAtHand.Start();

        var kept = (await media.KeepVideo(Film)).Value();

        Assert.Equal(new VideoFacts("mp4", "h264", "aac", 48_000, 24, 4), kept.Video);
        Assert.Equal(("video/mp4", 144, 256, (long)Film.Length), (kept.ContentType, kept.Width, kept.Height, kept.Bytes));
        Assert.EndsWith(".mp4", kept.Key, StringComparison.Ordinal);
        Assert.Equal(Film, await media.Read(kept.Key));
        Assert.Equal(kept, await media.Store.Find(MediaAtHand.Bakery, kept.Key, CancellationToken.None));
        Assert.Single(Directory.EnumerateFiles(media.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task of_a_phone_is_known_the_way_up_that_it_is_shown()
    {
        await using var media = await MediaAtHand.Start();
        var film = new SampleVideo
        {
            Brand = "qt  ",
            Codec = "hvc1",
            Width = 256,
            Height = 144,
            LiesOnItsSide = true,
            FramesPerSecond = 30,
        };

        var kept = (await media.KeepVideo(film.Bytes())).Value();

        Assert.Equal(("video/quicktime", 144, 256), (kept.ContentType, kept.Width, kept.Height));
        Assert.Equal(new VideoFacts("mov", "hevc", null, null, 30, 4), kept.Video);
    }

    public static TheoryData<SampleVideo, string> Refused =>
        new()
        {
            {
                new() { Codec = "av01" },
                "video_codec"
            },
            {
                new() { Brand = "3gp4", Codec = "s263" },
                "video_codec"
            },
            {
                new() { Sound = 0x6B },
                "audio_codec"
            },
            {
                new() { Sound = 0x40, SoundHz = 96_000 },
                "audio_rate"
            },
            {
                new() { FramesPerSecond = 12 },
                "frame_rate"
            },
            {
                new() { Seconds = 2 },
                "video_length"
            },
            {
                new() { Seconds = 901, FramesPerSecond = 23 },
                "video_length"
            },
            {
                new() { Width = 2048, Height = 16 },
                "video_width"
            },
        };

    [Theory, MemberData(nameof(Refused))]
    public async Task that_the_platform_would_refuse_is_refused_and_not_kept(SampleVideo film, string code)
    {
        await using var media = await MediaAtHand.Start();

        Assert.Equal($"Rejected ContentRejected {code}", (await media.KeepVideo(film.Bytes())).Said());
        Assert.Empty(Directory.EnumerateFiles(media.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task is_refused_with_the_value_and_the_rule()
    {
        await using var media = await MediaAtHand.Start();

        var no = Assert.IsType<Reply<MediaAsset>.Rejected>(await media.KeepVideo(new SampleVideo { FramesPerSecond = 12 }.Bytes()));

        Assert.Equal("Instagram would refuse the video: it has 12 frames a second; 23 to 60 are allowed.", no.Problem.Message);
    }

    [Fact]
    public async Task may_be_longer_as_a_reel_than_in_a_story()
    {
        await using var media = await MediaAtHand.Start();
        var kept = (await media.KeepVideo(new SampleVideo { Seconds = 61 }.Bytes())).Value();

        Assert.Equal(kept, (await media.Stage.Fit(MediaAtHand.Bakery, kept, PostKind.Reel, CancellationToken.None)).Value());
        Assert.Equal(
            "Rejected ContentRejected video_length",
            (await media.Stage.Fit(MediaAtHand.Bakery, kept, PostKind.Story, CancellationToken.None)).Said()
        );
    }

    [Fact]
    public async Task that_is_too_large_is_not_read_to_its_end_nor_kept()
    {
        await using var media = await MediaAtHand.Start(options => options with { LargestVideo = 1_000_000 });
        await using var endless = new EndlessVideo();

        var reply = await media.Store.KeepVideo(MediaAtHand.Bakery, endless, CancellationToken.None);

        Assert.Equal("Rejected ContentRejected too_large", reply.Said());
        Assert.InRange(endless.Given, 1_000_001, 2_000_000);
        Assert.Empty(Directory.EnumerateFiles(media.Folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("ftypheic", "not_a_picture")]
    [InlineData("ftypisom", "video_malformed")]
    public async Task that_is_none_is_refused(string head, string code)
    {
        await using var media = await MediaAtHand.Start();
        byte[] file =
        [
            .. SampleVideo.Box(head[..4], System.Text.Encoding.ASCII.GetBytes(head[4..])),
            .. SampleVideo.Box("mdat", new byte[99]),
        ];

        Assert.Equal($"Rejected ContentRejected {code}", (await media.KeepVideo(file)).Said());
    }

    [Fact]
    public async Task that_is_cut_off_is_refused()
    {
        await using var media = await MediaAtHand.Start();

        Assert.Equal("Rejected ContentRejected video_malformed", (await media.KeepVideo(Film[..^1])).Said());
    }

    [Fact]
    public async Task of_boxes_without_end_is_left_soon()
    {
        await using var media = await MediaAtHand.Start();
        var boxes = new byte[8_000_000];
        for (var at = 0; at < boxes.Length; at += 8)
            BinaryPrimitives.WriteUInt32BigEndian(boxes.AsSpan(at), 8);
        var begun = Stopwatch.GetTimestamp();

        Assert.Equal("Rejected ContentRejected video_malformed", (await media.KeepVideo([.. Film, .. boxes])).Said());
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task whose_bytes_are_anything_is_kept_or_refused()
    {
        await using var media = await MediaAtHand.Start();
        var head = Film.AsSpan().IndexOf("mdat"u8);
        // Lengths, counts and types in the boxes' heads are what a hostile file would choose.
        var luck = new Random(20261124);
        byte[] telling = [0, 1, 0x7F, 0x80, 0xFF];
        for (var run = 0; run < 400; run++)
        {
            var changed = (byte[])Film.Clone();
            for (var change = luck.Next(1, 8); change > 0; change--)
                changed[luck.Next(head)] = luck.Next(2) == 0 ? telling[luck.Next(telling.Length)] : (byte)luck.Next(256);
            Assert.True((await media.KeepVideo(changed)) is Reply<MediaAsset>.Done or Reply<MediaAsset>.Rejected, $"run {run}");
        }
    }

    private sealed class EndlessVideo : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Clear();
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
