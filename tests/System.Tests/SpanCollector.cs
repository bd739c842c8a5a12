using System.Collections.Concurrent;
using System.Net;
using Campaigns.Harness;

namespace Campaigns.RunningSystem;

/// <summary>Takes in what a silo sends by OTLP over HTTP, and keeps the spans.</summary>
internal sealed class SpanCollector : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<Span> spans = new();

    public SpanCollector()
    {
        Address = $"http://127.0.0.1:{FreePort.Next()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = Listen();
    }

    /// <summary>What <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set to.</summary>
    public string Address { get; }

    /// <summary>Everything so far.</summary>
    public IReadOnlyCollection<Span> Spans => spans;

    public void Dispose() => listener.Close();

    private async Task Listen()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                if (context.Request.Url!.AbsolutePath == "/v1/traces")
                    foreach (var span in Span.Read(body.ToArray()))
                        spans.Enqueue(span);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // A silo was killed in the middle, or the test is over: the loop's condition tells which.
            }
        }
    }
}
