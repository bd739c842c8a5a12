using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.Tests.Models;

namespace Campaigns.Integrations.Tests.Gemini;

public sealed class A_text_by_Gemini
{
    private static readonly TextRequest Ask = new(
        "You write captions.",
        "Launch of shoe X",
        new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["caption"] = new JsonObject { ["type"] = "string" } },
        }
    );

    [Fact]
    public async Task is_asked_for_with_the_key_in_a_header_and_the_schema_in_the_body()
    {
        await using var gemini = await StandIn.Answering(Answers.Json(GeminiAnswers.Text("""{"caption":"Run."}""")));
        await using var adapter = GeminiAtHand.At(gemini.Url);

        await adapter.Write(Ask, CancellationToken.None);

        var call = Assert.Single(gemini.Calls);
        Assert.Equal("/v1beta/models/gemini-3-flash-preview:generateContent", call.Path);
        Assert.Equal(GeminiAtHand.Key, call.Headers["x-goog-api-key"]);
        Assert.Equal(
            "You write captions.",
            call.Json.GetProperty("systemInstruction").GetProperty("parts")[0].GetProperty("text").GetString()
        );
        Assert.Equal("Launch of shoe X", call.Json.GetProperty("contents")[0].GetProperty("parts")[0].GetProperty("text").GetString());
        var configuration = call.Json.GetProperty("generationConfig");
        Assert.Equal("application/json", configuration.GetProperty("responseMimeType").GetString());
        Assert.Equal(
            "string",
            configuration.GetProperty("responseJsonSchema").GetProperty("properties").GetProperty("caption").GetProperty("type").GetString()
        );
    }

    [Fact]
    public async Task comes_without_thoughts_and_with_the_model_and_tokens_as_the_answer_names_them()
    {
        await using var gemini = await StandIn.Answering(Answers.Json(GeminiAnswers.Text("""{"caption":"Run."}""")));
        await using var adapter = GeminiAtHand.At(gemini.Url);

        var text = await adapter.Write(Ask, CancellationToken.None);

        Assert.Equal(("""{"caption":"Run."}""", "gemini-3-flash-preview-09"), (text.Value(), text.Model));
        Assert.Equal(new TokenUsage(120, 20, 300, 55), text.Usage.Tokens);
    }

    public static TheoryData<string, int, string> NoAnswers =>
        new()
        {
            { "Rejected SafetyRefused blocked/SAFETY", 200, GeminiAnswers.Blocked("SAFETY") },
            { "Rejected SafetyRefused blocked/PROHIBITED_CONTENT", 200, GeminiAnswers.Blocked("PROHIBITED_CONTENT") },
            { "Rejected SafetyRefused SAFETY", 200, GeminiAnswers.Finish("SAFETY") },
            { "Rejected SafetyRefused RECITATION", 200, GeminiAnswers.Finish("RECITATION") },
            { "Rejected SafetyRefused SPII", 200, GeminiAnswers.Text("half", "SPII") },
            { "Broken OutputCut MAX_TOKENS", 200, GeminiAnswers.Text("""{"caption":"Ru""", "MAX_TOKENS") },
            { "Broken OutputUnusable OTHER", 200, GeminiAnswers.Finish("OTHER") },
            { "Broken OutputUnusable SOMETHING_NEW", 200, GeminiAnswers.Finish("SOMETHING_NEW") },
            { "Broken OutputUnusable empty", 200, GeminiAnswers.Finish("STOP") },
            { "Broken OutputUnusable empty", 200, """{"usageMetadata":{}}""" },
            { "Broken OutputUnusable unfinished", 200, """{"candidates":[{"content":{"parts":[{"text":"{}"}]}}]}""" },
            { "Broken OutputUnusable malformed", 200, GeminiAnswers.Text("""{"caption":"Run.""") },
            { "Broken Transient html", 200, "<!DOCTYPE html><html></html>" },
            { "Broken Transient not_json", 200, "" },
            { "Broken Transient not_json", 200, "[]" },
            { "Rejected Misconfigured INVALID_ARGUMENT", 400, GeminiAnswers.Error(400, "INVALID_ARGUMENT") },
            {
                "Broken Misconfigured API_KEY_INVALID",
                400,
                GeminiAnswers.Error(400, "INVALID_ARGUMENT", GeminiAnswers.Reason("API_KEY_INVALID"))
            },
            { "Broken Misconfigured FAILED_PRECONDITION", 400, GeminiAnswers.Error(400, "FAILED_PRECONDITION") },
            { "Broken Misconfigured UNAUTHENTICATED", 401, GeminiAnswers.Error(401, "UNAUTHENTICATED") },
            { "Broken Misconfigured PERMISSION_DENIED", 403, GeminiAnswers.Error(403, "PERMISSION_DENIED") },
            { "Broken ModelGone NOT_FOUND", 404, GeminiAnswers.Error(404, "NOT_FOUND") },
            { "Rejected ContentRejected http_413", 413, "" },
            {
                "Busy Throttled RESOURCE_EXHAUSTED",
                429,
                GeminiAnswers.Error(429, "RESOURCE_EXHAUSTED", GeminiAnswers.Quota("RequestsPerMinutePerProject"))
            },
            {
                "Broken QuotaReached RESOURCE_EXHAUSTED",
                429,
                GeminiAnswers.Error(429, "RESOURCE_EXHAUSTED", GeminiAnswers.Quota("RequestsPerDayPerProject"))
            },
            { "Busy Throttled http_429", 429, "<html>slow down</html>" },
            { "Broken Transient INTERNAL", 500, GeminiAnswers.Error(500, "INTERNAL") },
            { "Broken Transient http_502", 502, "<html>bad gateway</html>" },
            { "Busy Transient UNAVAILABLE", 503, GeminiAnswers.Error(503, "UNAVAILABLE") },
            { "Unclear Transient DEADLINE_EXCEEDED", 504, GeminiAnswers.Error(504, "DEADLINE_EXCEEDED") },
            { "Broken Misconfigured http_302", 302, "" },
        };

    [Theory, MemberData(nameof(NoAnswers))]
    public async Task is_told_apart_from_every_kind_of_no(string expected, int status, string body)
    {
        await using var gemini = await StandIn.Answering(Answers.Json(body, status));
        await using var adapter = GeminiAtHand.At(gemini.Url);

        var reply = await adapter.Write(Ask, CancellationToken.None);

        Assert.Equal(expected, reply.Said());
        Assert.DoesNotContain("nobody may act on", reply.Reply.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("22s", 22)]
    [InlineData("22.48s", 22.48)]
    public async Task is_to_be_asked_for_again_when_the_vendor_says(string delay, double seconds)
    {
        var body = GeminiAnswers.Error(429, "RESOURCE_EXHAUSTED", GeminiAnswers.RetryIn(delay));
        await using var gemini = await StandIn.Answering(Answers.Json(body, 429));
        await using var adapter = GeminiAtHand.At(gemini.Url);

        var busy = Assert.IsType<Reply<string>.Busy>((await adapter.Write(Ask, CancellationToken.None)).Reply);

        Assert.Equal(TimeSpan.FromSeconds(seconds), busy.RetryAfter);
        Assert.Single(gemini.Calls); // one asking is one attempt: waiting is the caller's
    }

    [Fact]
    public async Task is_not_asked_for_twice_when_the_first_may_be_billed()
    {
        await using var gemini = await StandIn.Answering(Answers.HangUp);
        await using var adapter = GeminiAtHand.At(gemini.Url);

        var reply = await adapter.Write(Ask, CancellationToken.None);

        Assert.Equal("Unclear Transient connection_lost", reply.Said());
        Assert.Single(gemini.Calls);
    }

    [Fact]
    public async Task is_waited_for_no_longer_than_configured()
    {
        await using var gemini = await StandIn.Answering(Answers.Silence);
        await using var adapter = GeminiAtHand.At(gemini.Url, options => options with { TextTimeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal("Unclear Transient timeout", (await adapter.Write(Ask, CancellationToken.None)).Said());
    }

    [Fact]
    public async Task is_given_up_when_the_caller_does()
    {
        await using var gemini = await StandIn.Answering(Answers.Silence);
        await using var adapter = GeminiAtHand.At(gemini.Url);
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => adapter.Write(Ask, caller.Token));
    }

    [Fact]
    public async Task is_certainly_not_billed_when_nobody_was_there()
    {
        await using var adapter = GeminiAtHand.At(NobodyThere());

        Assert.Equal("Broken Transient connect_failed", (await adapter.Write(Ask, CancellationToken.None)).Said());
    }

    [Fact]
    public async Task does_not_take_the_key_to_where_a_redirect_points()
    {
        await using var elsewhere = await StandIn.Answering(Answers.Json(GeminiAnswers.Text("{}")));
        await using var gemini = await StandIn.Answering(Answers.Send(307, "text/plain", "", ("Location", elsewhere.Url.ToString())));
        await using var adapter = GeminiAtHand.At(gemini.Url);

        Assert.Equal("Broken Misconfigured http_307", (await adapter.Write(Ask, CancellationToken.None)).Said());
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public void never_shows_the_key_in_its_options()
    {
        var options = new Integrations.Gemini.GeminiOptions(Integrations.Gemini.GeminiOptions.VendorUrl, GeminiAtHand.Key);

        Assert.DoesNotContain(GeminiAtHand.Key, options.ToString(), StringComparison.Ordinal);
    }

    private static Uri NobodyThere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
