namespace Campaigns.Api.Tests.Fields;

public sealed class Asking_why_posts_wait(FilledApi api) : IClassFixture<FilledApi>
{
    private const string Page = "publications(first: 100) { nodes { whyNotYet { cause since nextWakeUp } } }";

    [Fact]
    public async Task costs_as_much_as_reading_their_streams_does()
    {
        var one = await api.Ask($"{{ {Page} }}");
        var many = await api.Ask($"{{ {string.Join(' ', Enumerable.Range(0, 10).Select(n => $"p{n}: {Page}"))} }}");

        Assert.DoesNotContain("LIMIT_COMPLEXITY", one.Json.ToString(), StringComparison.Ordinal);
        Assert.Contains("LIMIT_COMPLEXITY", many.Json.ToString(), StringComparison.Ordinal);
    }
}
