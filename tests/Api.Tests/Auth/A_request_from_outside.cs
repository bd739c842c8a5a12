using System.Diagnostics;

namespace Campaigns.Api.Tests.Auth;

public sealed class A_request_from_outside(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Theirs = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Fact]
    public async Task begins_a_trace_of_our_own_whatever_it_says_of_one()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{Theirs}-00f067aa0ba902b7-01");
        request.Headers.TryAddWithoutValidation("tracestate", "client=secret");
        request.Headers.TryAddWithoutValidation("baggage", "client=secret");
        server.Traces.Clear();

        using var response = await server.Http.SendAsync(request);

        var trace = Assert.Single(server.Traces);
        Assert.NotEqual(Theirs, trace.TraceId.ToHexString());
        Assert.Equal(default, trace.ParentSpanId);
        Assert.Null(trace.TraceStateString);
        Assert.Empty(trace.Baggage);
        Assert.Equal(ActivityTraceFlags.None, trace.ActivityTraceFlags);
    }
}
