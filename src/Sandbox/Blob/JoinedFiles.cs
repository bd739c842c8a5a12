namespace Campaigns.Sandbox.Blob;

/// <summary>Files read one behind the other, forward only.</summary>
internal sealed class JoinedFiles(IReadOnlyList<string> files) : Stream
{
    private FileStream? open;
    private int next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (open is not null && await open.ReadAsync(buffer, cancellationToken) is var read and > 0)
                return read;
            open?.Dispose();
            open = null;
            if (next == files.Count)
                return 0;
            open = new FileStream(files[next++], FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        open?.Dispose();
        base.Dispose(disposing);
    }
}
