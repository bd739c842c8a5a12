using System.Collections.Concurrent;
using System.Diagnostics;

namespace Campaigns.Api.Tests.Transport;

/// <summary>What comes over one socket, which may be open for days, is many traces.</summary>
public sealed class A_trace_of_an_operation(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task over_a_socket_is_its_own_and_linked_to_the_sockets()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Campaigns.Api",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var client = await SocketClient.Begin(server.Http.BaseAddress!);

        foreach (var name in (string[])["TracedFirst", "TracedSecond"])
        {
            await client.Subscribe(name, $"query {name} {{ __typename }}");
            Assert.StartsWith("next ", await client.HearShort(), StringComparison.Ordinal);
            Assert.Equal($"complete {name}", await client.HearShort());
        }

        var roots = new List<Activity>();
        foreach (var name in (string[])["TracedFirst", "TracedSecond"])
        {
            var operation = spans.Single(span => $"{span.GetTagItem("graphql.operation.name")}" == name);
            await Eventually.True(() => spans.Any(span => span.SpanId == operation.ParentSpanId));
            roots.Add(spans.Single(span => span.SpanId == operation.ParentSpanId));
        }
        Assert.All(roots, root => Assert.Equal(default, root.ParentSpanId));
        Assert.NotEqual(roots[0].TraceId, roots[1].TraceId);
        var sockets = roots.Select(root => Assert.Single(root.Links).Context.TraceId).ToList();
        Assert.Equal(sockets[0], sockets[1]);
        Assert.DoesNotContain(sockets[0], roots.Select(root => root.TraceId));
    }
}
