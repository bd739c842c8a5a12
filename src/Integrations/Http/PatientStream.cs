namespace Campaigns.Integrations.Http;

/// <summary>An answer's content, and the answer that must live as long as it is read.</summary>
internal sealed record HttpContentOf(HttpResponseMessage Response, Stream Content);

/// <summary>
/// A file as it comes over the line, never more of it in memory than is asked for. Too long a silence, and too long in all, are an
/// <see cref="IOException"/>, as is a file that ends before its stated length.
/// </summary>
internal sealed class PatientStream(HttpContentOf file, CancellationTokenSource whole, TimeSpan silence) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => file.Response.Content.Headers.ContentLength ?? throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, cancellationToken);
        patience.CancelAfter(silence);
        try
        {
            return await file.Content.ReadAsync(buffer, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The file came too slowly.");
        }
        catch (HttpRequestException e)
        {
            throw new IOException("The connection was lost before the file was whole.", e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A line is read without holding a thread.");

    public override void Flush() { } // nothing is written

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Content.Dispose();
            file.Response.Dispose();
            whole.Dispose();
        }
        base.Dispose(disposing);
    }
}
