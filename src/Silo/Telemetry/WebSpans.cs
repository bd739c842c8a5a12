using System.Diagnostics;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Instrumentation.Http;

namespace Campaigns.Silo.Telemetry;

/// <summary>
/// Spans of HTTP, without what an address may give away: a picture's path is the key to it, a query holds a whole document.
/// </summary>
internal static class WebSpans
{
    /// <summary>Requests to us; those of machines that look after us are left out.</summary>
    public static void Incoming(AspNetCoreTraceInstrumentationOptions options)
    {
        options.Filter = http => !IsUpkeep(http.Request.Path);
        options.EnrichWithHttpRequest = LinkTheirs;
        options.EnrichWithHttpResponse = (span, response) => Hide(span, response.HttpContext);
    }

    /// <summary>Requests by us, to providers: the operation is told by the span around it.</summary>
    public static void Outgoing(HttpClientTraceInstrumentationOptions options) =>
        options.EnrichWithHttpRequestMessage = (span, request) =>
            span.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Authority));

    // Theirs is theirs: it decides nothing here, neither whether ours is kept nor what it is called.
    private static void LinkTheirs(Activity span, HttpRequest request)
    {
        if (ActivityContext.TryParse(request.Headers.TraceParent.ToString(), traceState: null, isRemote: true, out var theirs))
            span.AddLink(new ActivityLink(theirs));
    }

    private static bool IsUpkeep(PathString path) =>
        path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics") || path.StartsWithSegments("/dashboard");

    private static void Hide(Activity span, HttpContext http)
    {
        span.SetTag("url.query", null);
        span.SetTag("url.path", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
    }
}
