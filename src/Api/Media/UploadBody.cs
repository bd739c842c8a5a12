namespace Campaigns.Api.Media;

/// <summary>
/// The body of an upload, whose first bytes can be looked at before the rest comes. Read forward only. Who stops sending for too long is not
/// waited for.
/// </summary>
/// <param name="body">The request's own.</param>
/// <param name="longestSilence">Between two pieces; beyond it a read throws <see cref="TimeoutException"/>.</param>
internal sealed class UploadBody(Stream body, TimeSpan longestSilence) : Stream
{
    private ReadOnlyMemory<byte> head;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first bytes, fewer when there are fewer. They are read again with the rest.</summary>
    public async Task<ReadOnlyMemory<byte>> Peek(int bytes, CancellationToken ct)
    {
        var peeked = new byte[bytes];
        var had = 0;
        while (had < bytes && await ReadAsync(peeked.AsMemory(had), ct) is var read and > 0)
            had += read;
        return head = peeked.AsMemory(0, had);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!head.IsEmpty)
        {
            var again = Math.Min(head.Length, buffer.Length);
            head[..again].CopyTo(buffer);
            head = head[again..];
            return again;
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(longestSilence);
        try
        {
            return await body.ReadAsync(buffer, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
