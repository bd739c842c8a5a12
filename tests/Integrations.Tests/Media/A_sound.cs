using System.Buffers.Binary;
using System.Security.Cryptography;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Media;

namespace Campaigns.Integrations.Tests.Media;

public sealed class A_sound
{
    [Fact]
    public async Task is_described_by_its_own_head()
    {
        await using var media = await MediaAtHand.Start();
        var bytes = Sounds.Wave(seconds: 1.5);

        var asset = (await Keep(media, bytes)).Value();

        Assert.Equal(new AudioFacts("pcm", 24_000, 1, 1.5), asset.Audio);
        Assert.Equal(("audio/wav", MediaKind.Sound, 0, 0), (asset.ContentType, asset.Kind, asset.Width, asset.Height));
        Assert.Equal((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (asset.Bytes, asset.Sha256));
        Assert.EndsWith(".wav", asset.Key, StringComparison.Ordinal);
        Assert.Equal(asset, await media.Store.Find(MediaAtHand.Bakery, asset.Key, CancellationToken.None));
        Assert.Null(await media.Store.Find(TenantId.Parse("org_another"), asset.Key, CancellationToken.None));
        Assert.Equal(bytes, await media.Read(asset.Key));
        Assert.Equal("audio/wav", (await media.Store.Open(asset.Key, CancellationToken.None))!.ContentType);
    }

    [Theory]
    [InlineData(8_000, 1, 8)]
    [InlineData(44_100, 2, 16)]
    [InlineData(48_000, 2, 24)]
    public void is_measured_whatever_its_samples_are_like(int hz, int channels, int bits) =>
        Assert.Equal(new("pcm", hz, channels, 2), WaveFile.Read(Sounds.Wave(2, hz, channels, bits)));

    [Fact]
    public void may_have_chunks_of_others_in_it()
    {
        var plain = Sounds.Wave(1);
        byte[] title = [.. "LIST"u8, 3, 0, 0, 0, .. "abc"u8, 0]; // odd, so that a byte is left free behind it
        Assert.Equal(new("pcm", 24_000, 1, 1), WaveFile.Read([.. plain[..12], .. title, .. plain[12..]]));
    }

    [Fact]
    public async Task that_is_none_is_rejected_and_nothing_is_kept()
    {
        await using var media = await MediaAtHand.Start();
        var sound = Sounds.Wave(1);
        byte[][] none =
        [
            [],
            [1, 2, 3],
            "<html>busy</html>"u8.ToArray(),
            Pictures.TwoHalves(40, 30),
            sound[..43], // the head alone
            sound[..^1], // cut off
            Sounds.Wave(1, kind: 85), // MP3 in a WAV
            Sounds.Wave(1, channels: 6),
            Sounds.Wave(1, hz: 1_000),
            Sounds.Wave(0), // no sample in it
        ];

        foreach (var bytes in none)
            Assert.Equal("Rejected ContentRejected not_a_sound", (await Keep(media, bytes)).Said());
        Assert.Empty(Directory.GetFiles(media.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task that_is_too_large_is_rejected()
    {
        await using var media = await MediaAtHand.Start();
        Assert.Equal("Rejected ContentRejected too_large", (await Keep(media, new byte[MediaOptions.LargestSound + 1])).Said());
    }

    [Fact]
    public void that_lies_about_itself_is_found_out_or_read_and_breaks_nothing()
    {
        var random = new Random(20261125);
        var sound = Sounds.Wave(0.1);
        for (var run = 0; run < 2_000; run++)
        {
            var changed = sound.ToArray();
            for (var n = 0; n < 4; n++)
                changed[random.Next(48)] = (byte)random.Next(256);
            if (WaveFile.Read(changed) is { } facts)
                Assert.True(facts is { Hz: >= 8_000 and <= 192_000, Channels: 1 or 2, Seconds: >= 0 and < 2 }, $"run {run}: {facts}");
        }
    }

    private static Task<Reply<MediaAsset>> Keep(MediaAtHand media, byte[] bytes) =>
        media.Store.KeepSound(MediaAtHand.Bakery, bytes, CancellationToken.None);
}

/// <summary>WAV files made by hand.</summary>
internal static class Sounds
{
    public static byte[] Wave(double seconds, int hz = 24_000, int channels = 1, int bits = 16, int kind = 1)
    {
        var frame = channels * bits / 8;
        var samples = (int)(seconds * hz) * frame;
        var file = new byte[44 + samples];
        var head = file.AsSpan();
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], 36 + samples);
        "WAVEfmt "u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(head[20..], (short)kind);
        BinaryPrimitives.WriteInt16LittleEndian(head[22..], (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], hz);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], hz * frame);
        BinaryPrimitives.WriteInt16LittleEndian(head[32..], (short)frame);
        BinaryPrimitives.WriteInt16LittleEndian(head[34..], (short)bits);
        "data"u8.CopyTo(head[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[40..], samples);
        return file;
    }
}
