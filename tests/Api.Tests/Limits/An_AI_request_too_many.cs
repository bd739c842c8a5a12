using System.Net.Http.Json;
using Campaigns.Api.Tests.Auth;
using Campaigns.Api.Tests.Transport;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Tests.Limits;

public sealed class An_AI_request_too_many : IAsyncLifetime, IRateLimits
{
    private const string Campaign = "01a20664-9b94-7928-8e85-000000000001";

    private static readonly string Write =
        $$"""mutation { writeCampaign(input: { campaignId: "{{Campaign}}", posts: [{ platform: INSTAGRAM, count: 1 }], language: "en", commandId: "w1" }) { receipt { version } } }""";

    private readonly ApiServer server;
    private readonly List<string> asked = [];
    private Func<RateLimit, RateVerdict> answer = _ => new RateVerdict.Granted(1);

    public An_AI_request_too_many() => server = new() { Adding = services => services.AddSingleton<IRateLimits>(this) };

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public Task<RateVerdict> Take(RateLimit limit, TenantId tenant, ActorId person, CancellationToken ct)
    {
        lock (asked)
            asked.Add(limit.Name);
        return Task.FromResult(answer(limit));
    }

    [Fact]
    public async Task is_told_when_to_come_again()
    {
        Exceed();

        var refused = await Post(Write);

        Assert.Equal("RATE_LIMITED", refused.Code);
        Assert.Equal(
            """{"code":"RATE_LIMITED","scope":"person","limit":30,"window":60,"retryable":true,"retryAfter":8}""",
            refused.Extensions.GetRawText()
        );
        Assert.Equal(["api", "ai"], asked);
    }

    [Theory]
    [InlineData("illustratePost", "itemId: ID, prompt: \"A loaf\"", true)]
    [InlineData("writeMissing", "", true)]
    [InlineData("improveBrief", "", true)]
    [InlineData("regeneratePost", "itemId: ID, instruction: \"Shorter\"", true)]
    [InlineData("captionPost", "itemId: ID", true)]
    [InlineData("changePicture", "itemId: ID, instruction: \"Night\"", true)]
    [InlineData("remakePart", "itemId: ID, part: { role: COVER }", true)]
    [InlineData("retryGeneration", "generationId: ID", true)]
    [InlineData("renameCampaign", "name: \"Bread\"", false)]
    [InlineData("chooseVariant", "itemId: ID, variant: 1", false)]
    public async Task is_counted_by_each_field_that_has_providers_asked(string field, string more, bool asksThem)
    {
        var arguments = more.Replace("ID", $"\"{Campaign}\"", StringComparison.Ordinal);
        await Post(
            $$"""mutation { {{field}}(input: { campaignId: "{{Campaign}}", commandId: "c1", {{arguments}} }) { receipt { version } } }"""
        );

        Assert.Equal(asksThem ? ["api", "ai"] : ["api"], asked);
    }

    [Fact]
    public async Task is_not_made_when_nobody_can_count()
    {
        answer = limit => limit.Name == "ai" ? throw new StoreAwayException("away") : new RateVerdict.Granted(1);

        Assert.Equal("UNAVAILABLE", (await Post(Write)).Code);
    }

    private Task<Answer> Post(string mutation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = mutation }) };
        request.Headers.Authorization = new("Bearer", server.Token());
        return server.Send(request);
    }

    private void Exceed() =>
        answer = limit =>
            limit.Name == "ai"
                ? new RateVerdict.Exceeded(RateScope.Person, 30, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(7.2))
                : new RateVerdict.Granted(1);
}
