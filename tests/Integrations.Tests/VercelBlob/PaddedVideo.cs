using System.Buffers.Binary;
using Campaigns.Harness;

namespace Campaigns.Integrations.Tests.VercelBlob;

/// <summary>A small video with a box of nothing behind it, as large as one likes and never in memory as a whole. Read forward only.</summary>
internal sealed class PaddedVideo : Stream
{
    private readonly byte[] head;
    private long at;

    public PaddedVideo(long padding)
    {
        var box = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(box, (uint)(8 + padding));
        "free"u8.CopyTo(box.AsSpan(4));
        head = [.. new SampleVideo { Width = 720, Height = 1280 }.Bytes(), .. box];
        Length = head.Length + padding;
    }

    public override long Length { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Position
    {
        get => at;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = (int)Math.Min(buffer.Length, Length - at);
        var piece = buffer[..read];
        piece.Clear();
        if (at < head.Length)
            head.AsSpan((int)at, (int)Math.Min(read, head.Length - at)).CopyTo(piece);
        at += read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
