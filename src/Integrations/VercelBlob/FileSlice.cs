using System.Buffers;
using System.Net;

namespace Campaigns.Integrations.VercelBlob;

/// <summary>Some bytes of a file on this machine as the body of a request; they pass through memory piece by piece.</summary>
internal sealed class FileSlice(string file, long from, long length) : HttpContent
{
    private const int Piece = 64 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
        source.Position = from;
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            for (var left = length; left > 0; )
            {
                var read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(Piece, left)), cancellationToken);
                if (read == 0)
                    throw new EndOfStreamException("The file is shorter than it was.");
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                left -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long length1)
    {
        length1 = length;
        return true;
    }
}
