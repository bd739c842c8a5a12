using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Campaigns.Integrations.Rube;

/// <summary>
/// A JSON body that does not leave after a certain time. It is written once the connection stands, so between the look at the clock and the
/// wire there is nothing that takes time: neither a queue for connections, nor a handshake, nor a process that was stopped while it waited.
/// </summary>
internal sealed class TimelyContent : HttpContent
{
    private readonly byte[] body;
    private readonly TimeProvider clock;
    private readonly DateTimeOffset? sendBy;

    public TimelyContent(string json, TimeProvider clock, DateTimeOffset? sendBy)
    {
        (body, this.clock, this.sendBy) = (Encoding.UTF8.GetBytes(json), clock, sendBy);
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() > sendBy)
            throw new TooLateToSendException();
        await stream.WriteAsync(body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}

/// <summary>The time until which a request might be sent had passed; its body was not written.</summary>
internal sealed class TooLateToSendException() : Exception("It was too late to send the request.");
