namespace Campaigns.RunningSystem;

[Collection(nameof(SharedSystem))]
public sealed class A_trace(LiveSystem system)
{
    private const string Projections = "Campaigns.Projections";

    [Fact]
    public async Task leads_from_a_mutation_over_its_grain_to_the_append()
    {
        var workspace = await Workspace.Open(system);

        var append = await Found(span =>
            span.Name == "append" && TagOf(span, "campaigns.stream").EndsWith(workspace.Campaign, StringComparison.Ordinal)
        );

        var way = await LiveSystem.Until(TimeSpan.FromSeconds(60), () => Task.FromResult(WayTo(append)));
        Assert.Equal("Campaigns.EventStore", way[^1].Scope);
        Assert.Equal("POST /graphql", way[0].Name);
        Assert.Equal("mutation", way[1].Name);
        Assert.Equal("mutation", TagOf(way[1], "graphql.operation.type"));
        Assert.Contains(way[2..^1], span => span.Scope == "Microsoft.Orleans.Application");
    }

    [Fact]
    public async Task is_linked_to_by_the_batch_that_takes_its_events_into_the_read_models()
    {
        var workspace = await Workspace.Open(system);
        var append = await Found(span => TagOf(span, "campaigns.stream").EndsWith(workspace.Campaign, StringComparison.Ordinal));

        await system.Query(workspace.Token, "query($id: ID!) { campaign(id: $id) { name } }", new() { ["id"] = workspace.Campaign });

        await Found(span => span.Scope == Projections && span.Links.Contains(append.Trace));
    }

    [Fact]
    public async Task holds_no_content_and_no_secrets()
    {
        var workspace = await Workspace.Open(system);
        const string Words = "Words of a brief that nobody else may read";
        await system.Mutate(workspace.Token, "createCampaign", "campaignId", new() { ["name"] = "Quiet", ["brief"] = Words });
        await Found(span => span.Name.Contains("who_is", StringComparison.Ordinal));

        var told = system.Spans.SelectMany(span => span.Tags.Values.Append(span.Name)).ToList();
        Assert.NotEmpty(told);
        foreach (var secret in (string[])[Words, $"rube_{workspace.Username}", workspace.Token, "mutation("])
            Assert.DoesNotContain(told, text => text.Contains(secret, StringComparison.Ordinal));
    }

    private Task<Span> Found(Func<Span, bool> isIt) =>
        LiveSystem.Until(TimeSpan.FromSeconds(60), () => Task.FromResult(system.Spans.FirstOrDefault(isIt)));

    /// <summary>From the root to a span; null while one of them has not come.</summary>
    private List<Span>? WayTo(Span? span)
    {
        var known = system.Spans.DistinctBy(one => one.Id).ToDictionary(one => one.Id);
        var way = new List<Span>();
        while (span is not null)
        {
            way.Insert(0, span);
            if (span.Parent.Length == 0)
                return way;
            span = known.GetValueOrDefault(span.Parent);
        }
        return null;
    }

    private static string TagOf(Span span, string name) => span.Tags.GetValueOrDefault(name, "");
}
