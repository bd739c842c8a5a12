using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using static Campaigns.Integrations.Tests.Models.ModelsAtHand;

namespace Campaigns.Integrations.Tests.Models;

public sealed class A_text_by_OpenRouter
{
    private const string Model = "openai/gpt-5.2";

    [Fact]
    public async Task is_asked_for_once_with_the_key_and_a_schema_that_is_strict()
    {
        await using var openRouter = await StandIn.Answering(Answers.Json(Chat("""{"caption":"Run.","note":null}""")));
        await using var adapter = AtOpenRouter(openRouter.Url);

        var written = await adapter.Text().Write(Model, Brief, CancellationToken.None);

        Assert.Equal("""{"caption":"Run.","note":null}""", written.Value());
        var call = Assert.Single(openRouter.Calls);
        Assert.Equal("/api/v1/chat/completions", call.Path);
        Assert.Equal($"Bearer {Key}", call.Headers["Authorization"]);
        Assert.Equal(Model, call.Json.GetProperty("model").GetString());
        Assert.Equal(
            ["system", "user"],
            call.Json.GetProperty("messages").EnumerateArray().Select(one => one.GetProperty("role").GetString())
        );
        Assert.True(call.Json.GetProperty("provider").GetProperty("require_parameters").GetBoolean());
        var wanted = call.Json.GetProperty("response_format").GetProperty("json_schema");
        Assert.True(wanted.GetProperty("strict").GetBoolean());
        Assert.Equal(
            """{"type":"object","properties":{"caption":{"type":"string"},"note":{"type":["string","null"]}},"required":["caption","note"],"additionalProperties":false}""",
            wanted.GetProperty("schema").GetRawText()
        );
    }

    [Fact]
    public async Task tells_the_model_that_was_used_its_tokens_and_what_it_cost_to_the_last_digit()
    {
        await using var openRouter = await StandIn.Answering(Answers.Json(Chat("{}", cost: "4.2e-4")));
        await using var adapter = AtOpenRouter(openRouter.Url);

        var written = await adapter.Text().Write(Model, Brief, CancellationToken.None);

        Assert.Equal(("openai/gpt-5.2-09", "gen-1"), (written.Model, written.RequestId));
        Assert.Equal(new TokenUsage(120, 20, 28, 12), written.Usage.Tokens);
        Assert.Equal(0.00042m, written.Usage.ChargedUsd);
    }

    [Fact]
    public async Task costs_the_fee_and_what_our_own_key_was_charged()
    {
        const string own = """
            {"id":"g","model":"m","choices":[{"finish_reason":"stop","message":{"content":"{}"}}],
             "usage":{"prompt_tokens":1,"completion_tokens":1,"cost":0.00005,"is_byok":true,"cost_details":{"upstream_inference_cost":0.001}}}
            """;
        await using var openRouter = await StandIn.Answering(Answers.Json(own));
        await using var adapter = AtOpenRouter(openRouter.Url);

        Assert.Equal(0.00105m, (await adapter.Text().Write(Model, Brief, CancellationToken.None)).Usage.ChargedUsd);
    }

    public static TheoryData<string, int, string> NoAnswers =>
        new()
        {
            { "Broken OutputCut length", 200, Chat("{\"cap", finish: "length") },
            { "Rejected SafetyRefused content_filter", 200, Chat("", finish: "content_filter") },
            {
                "Rejected SafetyRefused refusal",
                200,
                """{"choices":[{"finish_reason":"stop","message":{"content":null,"refusal":"No."}}]}"""
            },
            { "Broken Transient error", 200, Chat("", finish: "error") },
            { "Broken OutputUnusable tool_calls", 200, Chat("", finish: "tool_calls") },
            { "Broken OutputUnusable unfinished", 200, """{"choices":[{"finish_reason":null,"message":{"content":"{}"}}]}""" },
            { "Broken OutputUnusable empty", 200, Chat("") },
            { "Broken OutputUnusable no_choices", 200, "{}" },
            { "Broken OutputUnusable malformed", 200, Chat("Here is your caption: Run!") },
            { "Broken Transient html", 200, "<!DOCTYPE html><html></html>" },
            { "Broken Transient not_json", 200, """{"id":"gen-1","cho""" },
            { "Broken Transient http_502", 200, Error(502) },
            { "Busy Throttled http_429", 200, Error(429) },
            { "Busy Transient provider_overloaded", 200, Error(502, "provider_overloaded") },
            { "Rejected SafetyRefused content_policy_violation", 200, Error(400, "content_policy_violation") },
            { "Broken Transient server", 200, """{"error":{"code":"server","message":"x"}}""" },
            { "Busy Transient http_529", 200, """{"choices":[{"finish_reason":"error","error":{"code":529},"message":{"content":""}}]}""" },
            { "Rejected Misconfigured http_400", 400, Error(400) },
            { "Rejected ContentRejected context_length_exceeded", 400, Error(400, "context_length_exceeded") },
            { "Broken Misconfigured http_401", 401, Error(401) },
            { "Broken QuotaReached http_402", 402, Error(402) },
            {
                "Busy Throttled in_flight_budget",
                402,
                """{"error":{"code":402,"message":"x","metadata":{"limit_source":"openrouter_in_flight_budget"}}}"""
            },
            { "Broken Misconfigured http_403", 403, Error(403) },
            {
                "Rejected SafetyRefused http_403",
                403,
                """{"error":{"code":403,"metadata":{"reasons":["violence"],"flagged_input":"x"}}}"""
            },
            { "Broken ModelGone http_404", 404, Error(404) },
            { "Unclear Transient http_408", 408, Error(408) },
            { "Rejected ContentRejected http_413", 413, "" },
            { "Rejected Misconfigured http_422", 422, Error(422) },
            { "Busy Throttled http_429", 429, "<html>slow down</html>" },
            { "Broken Transient http_500", 500, Error(500) },
            { "Broken Transient http_502", 502, "<html>bad gateway</html>" },
            { "Busy Transient http_503", 503, Error(503) },
            { "Unclear Transient http_524", 524, "" },
            { "Busy Transient http_529", 529, Error(529) },
            { "Broken Misconfigured http_302", 302, "" },
        };

    [Theory, MemberData(nameof(NoAnswers))]
    public async Task is_told_apart_from_every_kind_of_no(string expected, int status, string body)
    {
        await using var openRouter = await StandIn.Answering(Answers.Json(body, status));
        await using var adapter = AtOpenRouter(openRouter.Url);

        var written = await adapter.Text().Write(Model, Brief, CancellationToken.None);

        Assert.Equal(expected, written.Said());
        Assert.DoesNotContain("nobody may act on", written.ToString(), StringComparison.Ordinal);
        Assert.Single(openRouter.Calls); // the package would ask four times
    }

    [Fact]
    public async Task is_paid_for_also_when_it_cannot_be_used()
    {
        await using var openRouter = await StandIn.Answering(Answers.Json(Chat("{\"cap", finish: "length", cost: "0.01")));
        await using var adapter = AtOpenRouter(openRouter.Url);

        Assert.Equal(0.01m, (await adapter.Text().Write(Model, Brief, CancellationToken.None)).Usage.ChargedUsd);
    }

    [Fact]
    public async Task is_to_be_asked_for_again_when_the_vendor_says()
    {
        await using var openRouter = await StandIn.Answering(Answers.Send(429, "application/json", Error(429), ("Retry-After", "7")));
        await using var adapter = AtOpenRouter(openRouter.Url);

        var busy = Assert.IsType<Reply<string>.Busy>((await adapter.Text().Write(Model, Brief, CancellationToken.None)).Reply);
        Assert.Equal(TimeSpan.FromSeconds(7), busy.RetryAfter);
    }

    private static string Chat(string content, string finish = "stop", string cost = "0.00042") =>
        $$"""
            {"id":"gen-1","object":"chat.completion","model":"openai/gpt-5.2-09",
             "choices":[{"index":0,"finish_reason":"{{finish}}","message":{"role":"assistant","content":{{Quoted(
                content
            )}},"refusal":null} }],
             "usage":{"prompt_tokens":120,"completion_tokens":40,"cost":{{cost}},"is_byok":false,
              "prompt_tokens_details":{"cached_tokens":20},"completion_tokens_details":{"reasoning_tokens":12} } }
            """;

    private static string Error(int code, string? type = null) =>
        $$"""
            {"error":{"code":{{code}},"message":"rate limit, words nobody may act on","metadata":{"error_type":{{(
                type is null ? "null" : Quoted(type)
            )}} } } }
            """;

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
