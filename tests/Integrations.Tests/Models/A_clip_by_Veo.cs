using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.Tests.Gemini;
using static Campaigns.Integrations.Tests.Models.ModelsAtHand;

namespace Campaigns.Integrations.Tests.Models;

public sealed class A_clip_by_Veo
{
    private const string Model = "veo-3.1-generate-preview";
    private const string Operation = "models/veo-3.1-generate-preview/operations/abc123";

    [Fact]
    public async Task is_begun_in_the_nearest_shape_and_length_that_it_makes()
    {
        await using var veo = await StandIn.Answering(Answers.Json($$"""{"name":"{{Operation}}"}"""));
        await using var adapter = AtVeo(veo.Url);

        var begun = await adapter.Media().Begin(Model, Run with { Seconds = 5, FirstFrame = Logo() }, CancellationToken.None);

        Assert.Equal(new MediaWork.Going($"{Operation}?seconds=6"), begun.Value());
        var call = Assert.Single(veo.Calls);
        Assert.Equal($"/v1beta/models/{Model}:predictLongRunning", call.Path);
        Assert.Equal(Key, call.Headers["x-goog-api-key"]);
        Assert.Equal(
            """{"instances":[{"prompt":"A shoe runs","image":{"bytesBase64Encoded":"AQID","mimeType":"image/png"}}],"parameters":{"aspectRatio":"9:16","resolution":"720p","sampleCount":1,"durationSeconds":6}}""",
            call.Body
        );
    }

    [Fact]
    public async Task is_of_eight_seconds_where_the_model_makes_no_other()
    {
        await using var veo = await StandIn.Answering(Answers.Json("""{"name":"operations/abc"}"""));
        await using var adapter = AtVeo(veo.Url);

        var begun = await adapter.Media().Begin("veo-3.0-generate-001", Run with { Ratio = AspectRatio.Wide }, CancellationToken.None);

        Assert.Equal(new MediaWork.Going("operations/abc?seconds=8"), begun.Value());
        Assert.DoesNotContain("durationSeconds", Assert.Single(veo.Calls).Body, StringComparison.Ordinal);
    }

    public static TheoryData<string, int, string> Begins =>
        new()
        {
            { "Rejected Misconfigured INVALID_ARGUMENT", 400, GeminiAnswers.Error(400, "INVALID_ARGUMENT") },
            {
                "Broken Misconfigured API_KEY_INVALID",
                400,
                GeminiAnswers.Error(400, "INVALID_ARGUMENT", GeminiAnswers.Reason("API_KEY_INVALID"))
            },
            { "Broken ModelGone NOT_FOUND", 404, GeminiAnswers.Error(404, "NOT_FOUND") },
            { "Busy Throttled RESOURCE_EXHAUSTED", 429, GeminiAnswers.Error(429, "RESOURCE_EXHAUSTED", GeminiAnswers.Quota("PerMinute")) },
            {
                "Broken QuotaReached RESOURCE_EXHAUSTED",
                429,
                GeminiAnswers.Error(429, "RESOURCE_EXHAUSTED", GeminiAnswers.Quota("RequestsPerDay"))
            },
            { "Unclear OutcomeUnknown INTERNAL", 500, GeminiAnswers.Error(500, "INTERNAL") },
            { "Busy Transient UNAVAILABLE", 503, GeminiAnswers.Error(503, "UNAVAILABLE") },
            { "Unclear OutcomeUnknown DEADLINE_EXCEEDED", 504, GeminiAnswers.Error(504, "DEADLINE_EXCEEDED") },
            { "Unclear OutcomeUnknown not_json", 200, """{"name":"models/v""" },
            { "Unclear OutcomeUnknown no_operation", 200, """{"name":"https://elsewhere.example/"}""" },
        };

    [Theory, MemberData(nameof(Begins))]
    public async Task is_begun_or_certainly_not_or_perhaps(string expected, int status, string body)
    {
        await using var veo = await StandIn.Answering(Answers.Json(body, status));
        await using var adapter = AtVeo(veo.Url);

        Assert.Equal(expected, (await adapter.Media().Begin(Model, Run, CancellationToken.None)).Said());
    }

    public static TheoryData<string, int, string> Looks =>
        new()
        {
            { "Done", 200, $$"""{"name":"{{Operation}}"}""" },
            { "Done", 200, Done("""{"generatedSamples":[{"video":{"uri":"https://media.example.com/x.mp4"}}]}""") },
            { "Done", 200, Done("""{"generatedSamples":[{"video":{"encodedVideo":"AQID","encoding":"video/mp4"}}]}""") },
            { "Rejected SafetyRefused rai_filtered", 200, Done("""{"raiMediaFilteredCount":1,"raiMediaFilteredReasons":["x"]}""") },
            { "Broken OutputUnusable no_video", 200, Done("{}") },
            { "Rejected Misconfigured grpc_3", 200, """{"done":true,"error":{"code":3}}""" },
            { "Broken Misconfigured grpc_7", 200, """{"done":true,"error":{"code":7}}""" },
            { "Broken Throttled grpc_8", 200, """{"done":true,"error":{"code":8}}""" },
            { "Broken Transient grpc_13", 200, """{"done":true,"error":{"code":13}}""" },
            { "Broken Transient grpc_14", 200, """{"done":true,"error":{"code":14}}""" },
            { "Broken Transient grpc_4", 200, """{"done":true,"error":{"code":4}}""" },
            { "Broken OutputUnusable NOT_FOUND", 404, GeminiAnswers.Error(404, "NOT_FOUND") },
            { "Busy Transient INTERNAL", 500, GeminiAnswers.Error(500, "INTERNAL") },
            { "Busy Throttled RESOURCE_EXHAUSTED", 429, GeminiAnswers.Error(429, "RESOURCE_EXHAUSTED") },
            { "Busy Transient html", 200, "<html></html>" },
        };

    [Theory, MemberData(nameof(Looks))]
    public async Task is_looked_at_until_it_is_done(string expected, int status, string body)
    {
        await using var veo = await StandIn.Answering(Answers.Json(body, status));
        await using var adapter = AtVeo(veo.Url);

        Assert.Equal(expected, (await adapter.Media().Look(Model, $"{Operation}?seconds=6", CancellationToken.None)).Said());
        Assert.Equal($"/v1beta/{Operation}", Assert.Single(veo.Calls).Path);
    }

    [Fact]
    public async Task lies_at_the_configured_address_whatever_host_the_answer_names()
    {
        var body = Done(
            """{"generatedSamples":[{"video":{"uri":"https://generativelanguage.googleapis.com/v1beta/files/f1:download?alt=media"}}]}"""
        );
        await using var veo = await StandIn.Answering(Answers.Json(body));
        await using var adapter = AtVeo(veo.Url);

        var made = await adapter.Media().Look(Model, $"{Operation}?seconds=6", CancellationToken.None);

        Assert.Equal(new MediaWork.There(new Uri(veo.Url, "v1beta/files/f1:download?alt=media"), "video/mp4"), made.Value());
        Assert.Equal(new MeasuredUsage { VideoSeconds = 6 }, made.Usage);
    }

    [Fact]
    public async Task cannot_be_stopped()
    {
        await using var adapter = AtVeo(new Uri("http://127.0.0.1:9"));

        Assert.Equal("Rejected Misconfigured no_cancel", (await adapter.Media().Cancel(Model, Operation, CancellationToken.None)).Said());
    }

    private static string Done(string response) =>
        "{\"name\":\"" + Operation + "\",\"done\":true,\"response\":{\"generateVideoResponse\":" + response + "}}";
}
