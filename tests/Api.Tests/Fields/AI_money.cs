using System.Text.Json;
using Campaigns.Domain.Ledgers;
using Campaigns.EventStore;

namespace Campaigns.Api.Tests.Fields;

public sealed class AI_money(FilledApi api) : IClassFixture<FilledApi>, IAsyncLifetime
{
    private static readonly LedgerMonth November = LedgerMonth.Of(Given.Nine);
    private static bool filled;

    public async ValueTask InitializeAsync()
    {
        if (!filled)
            await api.Append(
                StreamName.Of("ledger", Given.Club, November.Value),
                [new LedgerEvent.Opened(November, null), .. Call("one"), .. Call("two")]
            );
        filled = true;
        (api.Grains.Position, api.Grains.Instead) = (api.Head, null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task is_summed_to_the_last_digit_in_text()
    {
        var reply = await Ask(
            """
            query($at: String) {
              aiUsage(where: { from: "2026-11-23T00:00:00Z", to: "2026-11-24T00:00:00Z", operation: "campaign_text" }, atLeast: $at) {
                total { key calls done costMicroUsd estimatedMicroUsd inputTokens meanLatencyMs }
                daily { key costMicroUsd }
                groups(by: MODEL) { key calls }
              }
            }
            """
        );

        Assert.Equal(
            """{"total":{"key":null,"calls":2,"done":2,"costMicroUsd":"0.000000002","estimatedMicroUsd":"0","inputTokens":200,"meanLatencyMs":1500},"""
                + """ "daily":[{"key":"2026-11-23","costMicroUsd":"0.000000002"}],"groups":[{"key":"gemini/text","calls":2}]}""".TrimStart(),
            reply.GetProperty("aiUsage").GetRawText()
        );
    }

    [Fact]
    public async Task is_a_log_with_filters_pages_and_detail()
    {
        const string page = """
            query($at: String) {
              aiCalls(first: 1, atLeast: $at, where: { provider: "gemini", outcome: "done", campaignId: "00000065-0000-7000-8000-000000000001" }) {
                nodes { id attemptId actor model modelNamed requestId state outcome costMicroUsd costBasis latencyMs inputTokens errorCode }
                pageInfo { hasNextPage }
              }
            }
            """;
        var calls = (await Ask(page)).GetProperty("aiCalls");
        var call = Assert.Single(calls.GetProperty("nodes").EnumerateArray());
        Assert.True(calls.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal(
            ("user_ada", "text-001", "req-1", "SETTLED", "0.000000001", "MEASURED", 1500),
            (
                call.GetProperty("actor").GetString(),
                call.GetProperty("modelNamed").GetString(),
                call.GetProperty("requestId").GetString(),
                call.GetProperty("state").GetString(),
                call.GetProperty("costMicroUsd").GetString(),
                call.GetProperty("costBasis").GetString(),
                call.GetProperty("latencyMs").GetInt32()
            )
        );

        var one = await api.Ask("query($id: ID!) { aiCall(id: $id) { attemptId } }", new { id = call.GetProperty("id").GetString() });
        Assert.Equal(call.GetProperty("attemptId").GetString(), one.Data.GetProperty("aiCall").GetProperty("attemptId").GetString());
    }

    [Fact]
    public async Task of_any_tenant_is_shown_to_those_who_operate_the_system_and_to_no_other_tenant()
    {
        await Ask("query($at: String) { aiUsage(atLeast: $at) { total { calls } } aiCalls(atLeast: $at) { nodes { id } } }");

        var operators = await api.Ask(
            """{ operatorAiUsage(tenant: "org_club") { total { calls } } operatorAiCalls(tenant: "org_club") { nodes { attemptId } } }""",
            tenant: "org_other",
            isOperator: true
        );
        Assert.Equal(2, operators.Data.GetProperty("operatorAiUsage").GetProperty("total").GetProperty("calls").GetInt32());
        Assert.Equal(2, operators.Data.GetProperty("operatorAiCalls").GetProperty("nodes").GetArrayLength());
        var others = await api.Ask("{ aiUsage { total { calls } } aiCalls { nodes { attemptId } } }", tenant: "org_other");
        Assert.Equal(0, others.Data.GetProperty("aiUsage").GetProperty("total").GetProperty("calls").GetInt32());
        Assert.Equal(0, others.Data.GetProperty("aiCalls").GetProperty("nodes").GetArrayLength());
        Assert.Equal(
            "BAD_USER_INPUT",
            (await api.Ask("""{ operatorAiUsage(tenant: "nobody") { total { calls } } }""", isOperator: true)).Code
        );
    }

    [Fact]
    public async Task has_limits_that_are_set_and_read()
    {
        var reply = await api.Ask(
            """
            mutation {
              setAiLimits(input: { hardMicroUsd: "50000000", softMicroUsd: "40000000.5", commandId: "c1" }) {
                budget { month hardMicroUsd spentMicroUsd setAsideMicroUsd callsUnderWay heldByAttemptId campaigns { committedMicroUsd } }
                errors { ... on UserError { code } }
              }
            }
            """
        );

        Assert.False(reply.HasErrors, reply.Json.ToString());
        Assert.Equal(
            """{"month":"2026-11","hardMicroUsd":"50000000","spentMicroUsd":"1234.5","setAsideMicroUsd":"7000","callsUnderWay":1,"heldByAttemptId":null,"campaigns":[{"committedMicroUsd":"1234.5"}]}""",
            reply.Data.GetProperty("setAiLimits").GetProperty("budget").GetRawText()
        );
        Assert.Equal(
            "BAD_USER_INPUT",
            (await api.Ask("""mutation { setAiLimits(input: { hardMicroUsd: "a lot", commandId: "c2" }) { receipt { version } } }""")).Code
        );
        Assert.Equal("BAD_USER_INPUT", (await api.Ask("""{ aiBudget(month: "November") { month } }""")).Code);
    }

    [Fact]
    public async Task of_a_campaign_that_is_not_there_is_refused()
    {
        const string limit =
            "mutation($id: ID!) { setCampaignAiLimits(input: { campaignId: $id, hardMicroUsd: \"1\", commandId: \"c3\" }) { receipt { version } errors { ... on UserError { code } } } }";

        var reply = await api.Ask(limit, new { id = Given.Campaign(99).Value });
        Assert.Equal(
            "campaign.not_found",
            reply.Data.GetProperty("setCampaignAiLimits").GetProperty("errors")[0].GetProperty("code").GetString()
        );
        reply = await api.Ask(limit, new { id = Given.Campaign().Value });
        Assert.Equal(0, reply.Data.GetProperty("setCampaignAiLimits").GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task is_estimated_before_it_is_spent()
    {
        var reply = await api.Ask(
            """{ estimateGeneration(input: { items: 4, images: 4, imageSize: "1K" }) { likelyMicroUsd mostMicroUsd priceVersion } }"""
        );

        var estimate = reply.Data.GetProperty("estimateGeneration");
        var (likely, most) = (Amount("likelyMicroUsd"), Amount("mostMicroUsd"));
        Assert.True(likely.Amount is > 400_000 and < 500_000, $"{likely}");
        Assert.True(most >= likely + likely, $"{most}");
        Assert.Equal("BAD_USER_INPUT", (await api.Ask("""{ estimateGeneration(input: { clips: 1 }) { mostMicroUsd } }""")).Code);
        Assert.Equal("BAD_USER_INPUT", (await api.Ask("""{ estimateGeneration(input: { items: -1 }) { mostMicroUsd } }""")).Code);

        MicroUsd Amount(string name) => MicroUsd.Parse(estimate.GetProperty(name).GetString()!);
    }

    private async Task<JsonElement> Ask(string query)
    {
        var reply = await api.Ask(query, new { at = api.Head });
        Assert.False(reply.HasErrors, reply.Json.ToString());
        return reply.Data;
    }

    private static LedgerEvent[] Call(string attempt)
    {
        var plan = new AttemptPlan(
            AttemptId.Parse(attempt),
            "campaign_text",
            Given.Models.Text,
            Given.Campaign(),
            Given.Generation,
            Given.Ada,
            new() { InputTokens = 1000, OutputTokens = 500 }
        );
        var record = new AttemptRecord(
            plan,
            Given.Nine,
            "test",
            new() { Tokens = new(100, 10, 20, 5) },
            TimeSpan.FromSeconds(1.5),
            OutcomeClasses.Done,
            null,
            "req-1",
            "text-001"
        );
        return
        [
            new LedgerEvent.Reserved(plan, MicroUsd.Of(7000), "test", Given.Nine),
            new LedgerEvent.Settled(record, MicroUsd.Of(7000), MicroUsd.Of(0.000000001m), CostBasis.Measured),
        ];
    }
}
