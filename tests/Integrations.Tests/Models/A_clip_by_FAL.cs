using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Integrations.Models;
using static Campaigns.Integrations.Tests.Models.ModelsAtHand;

namespace Campaigns.Integrations.Tests.Models;

public sealed class A_clip_by_FAL
{
    private const string Model = "fal-ai/veo3/fast";
    private const string Request = "fal-ai/veo3/requests/r-1";

    public static TheoryData<string, bool, string, string> Dialects =>
        new()
        {
            {
                Model,
                false,
                Model,
                """{"prompt":"A shoe runs","aspect_ratio":"9:16","duration":"6s","resolution":"720p","generate_audio":true}"""
            },
            {
                Model,
                true,
                "fal-ai/veo3/fast/image-to-video",
                """{"prompt":"A shoe runs","image_url":"https://media.example.com/a.png","aspect_ratio":"9:16","duration":"6s","resolution":"720p","generate_audio":true}"""
            },
            {
                "fal-ai/sora-2/text-to-video",
                false,
                "fal-ai/sora-2/text-to-video",
                """{"prompt":"A shoe runs","aspect_ratio":"9:16","duration":8}"""
            },
            {
                "fal-ai/kling-video/v2.5-turbo/pro/text-to-video",
                false,
                "fal-ai/kling-video/v2.5-turbo/pro/text-to-video",
                """{"prompt":"A shoe runs","duration":"5","aspect_ratio":"9:16"}"""
            },
            {
                "fal-ai/kling-video/v2.5-turbo/pro/text-to-video",
                true,
                "fal-ai/kling-video/v2.5-turbo/pro/image-to-video",
                """{"prompt":"A shoe runs","image_url":"https://media.example.com/a.png","duration":"5"}"""
            },
            { "someone/new-model", false, "someone/new-model", """{"prompt":"A shoe runs"}""" },
        };

    [Theory, MemberData(nameof(Dialects))]
    public async Task is_asked_for_in_the_dialect_of_its_family(string model, bool withFrame, string path, string body)
    {
        await using var fal = await StandIn.Answering(Answers.Json("""{"status":"IN_QUEUE","request_id":"r-1"}"""));
        await using var adapter = AtFal(fal.Url);
        var frame = withFrame ? Logo(new Uri("https://media.example.com/a.png")) : null;

        var begun = await adapter.Media().Begin(model, Run with { FirstFrame = frame }, CancellationToken.None);

        var going = Assert.IsType<MediaWork.Going>(begun.Value());
        Assert.StartsWith($"{string.Join('/', model.Split('/').Take(2))}/requests/r-1", going.Operation, StringComparison.Ordinal);
        var call = Assert.Single(fal.Calls);
        Assert.Equal(($"/queue/{path}", body), (call.Path, call.Body));
        Assert.Equal($"Key {Key}", call.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("https://elsewhere.example.com/queue", "fal-ai/veo3/requests/r-1")]
    [InlineData("http://{0}/queue", "fal-ai/other/requests/r-9")]
    public async Task is_looked_for_at_our_own_address_of_the_queue_only(string home, string expected)
    {
        await using var fal = await StandIn.Answering(http =>
        {
            var told = home.Replace("{0}", http.Request.Host.Value, StringComparison.Ordinal);
            return Answers.Json($$"""{"request_id":"r-1","response_url":"{{told}}/fal-ai/other/requests/r-9"}""")(http);
        });
        await using var adapter = AtFal(fal.Url);

        var begun = await adapter.Media().Begin(Model, Run, CancellationToken.None);

        Assert.Equal(new MediaWork.Going($"{expected}?seconds=6"), begun.Value());
    }

    public static TheoryData<string, int, string> Begins =>
        new()
        {
            { "Broken Misconfigured http_401", 401, """{"detail":"x"}""" },
            { "Broken Misconfigured http_403", 403, """{"detail":"User is locked. Reason: Exhausted balance."}""" },
            { "Broken ModelGone http_404", 404, """{"detail":"x"}""" },
            { "Rejected Misconfigured literal_error", 422, Detail("literal_error") },
            { "Rejected SafetyRefused content_policy_violation", 422, Detail("content_policy_violation") },
            { "Busy Throttled http_429", 429, "" },
            { "Unclear OutcomeUnknown http_500", 500, "" },
            { "Busy Transient http_503", 503, "" },
            { "Unclear OutcomeUnknown http_504", 504, "" },
            { "Unclear OutcomeUnknown not_json", 200, """{"request_i""" },
            { "Unclear OutcomeUnknown no_request_id", 200, """{"request_id":"../../x"}""" },
            { "Broken Transient html", 200, "<html></html>" },
        };

    [Theory, MemberData(nameof(Begins))]
    public async Task is_begun_or_certainly_not_or_perhaps(string expected, int status, string body)
    {
        await using var fal = await StandIn.Answering(Answers.Json(body, status));
        await using var adapter = AtFal(fal.Url);

        Assert.Equal(expected, (await adapter.Media().Begin(Model, Run, CancellationToken.None)).Said());
    }

    public static TheoryData<string, int, string> Results =>
        new()
        {
            { "Done", 200, """{"video":{"url":"https://v3b.fal.media/files/output.mp4","content_type":"video/mp4"}}""" },
            { "Broken OutputUnusable no_video", 200, "{}" },
            { "Rejected SafetyRefused content_policy_violation", 422, Detail("content_policy_violation") },
            { "Broken OutputUnusable no_media_generated", 422, Detail("no_media_generated") },
            { "Rejected ContentRejected image_too_large", 422, Detail("image_too_large") },
            { "Rejected MediaUnreachable file_download_error", 422, Detail("file_download_error") },
            { "Rejected Misconfigured something_new", 422, Detail("something_new") },
            { "Broken Transient generation_timeout", 504, Detail("generation_timeout") },
            { "Broken Transient internal_server_error", 500, Detail("internal_server_error") },
            { "Broken Transient runner_disconnected", 500, """{"detail":"x","error_type":"runner_disconnected"}""" },
            { "Busy Transient http_502", 502, "<html></html>" }, // nothing of the model's
        };

    [Theory, MemberData(nameof(Results))]
    public async Task is_not_made_because_the_request_is_completed(string expected, int status, string body)
    {
        await using var fal = await StandIn.Answering(Answers.Json("""{"status":"COMPLETED"}"""), Answers.Json(body, status));
        await using var adapter = AtFal(fal.Url);

        var looked = await adapter.Media().Look(Model, $"{Request}?seconds=6", CancellationToken.None);

        Assert.Equal(expected, looked.Said());
        Assert.Equal(expected == "Done" ? new MeasuredUsage { VideoSeconds = 6 } : MeasuredUsage.None, looked.Usage);
        Assert.Equal([$"/queue/{Request}/status", $"/queue/{Request}"], fal.Calls.Select(call => call.Path));
    }

    public static TheoryData<string, int, string> Looks =>
        new()
        {
            { "Done", 202, """{"status":"IN_QUEUE"}""" },
            { "Done", 202, """{"status":"IN_PROGRESS"}""" },
            { "Broken Transient failed", 200, """{"status":"COMPLETED","error":"it was cancelled"}""" },
            { "Broken Transient request_timeout", 200, """{"status":"COMPLETED","error":"x","error_type":"request_timeout"}""" },
            { "Busy Transient no_status", 200, """{"status":"NEW"}""" },
            { "Broken OutputUnusable http_404", 404, """{"detail":"x"}""" },
            { "Busy Transient http_500", 500, "" },
            { "Busy Throttled http_429", 429, "" },
        };

    [Theory, MemberData(nameof(Looks))]
    public async Task is_looked_at_by_the_status_of_its_request(string expected, int status, string body)
    {
        await using var fal = await StandIn.Answering(Answers.Json(body, status));
        await using var adapter = AtFal(fal.Url);

        Assert.Equal(expected, (await adapter.Media().Look(Model, Request, CancellationToken.None)).Said());
    }

    [Theory]
    [InlineData("Done", 202, """{"status":"CANCELLATION_REQUESTED"}""")]
    [InlineData("Done", 400, """{"status":"ALREADY_COMPLETED"}""")]
    [InlineData("Done", 404, """{"status":"NOT_FOUND"}""")]
    [InlineData("Busy Transient http_500", 500, "")]
    public async Task is_stopped_by_a_call(string expected, int status, string body)
    {
        await using var fal = await StandIn.Answering(Answers.Json(body, status));
        await using var adapter = AtFal(fal.Url);

        Assert.Equal(expected, (await adapter.Media().Cancel(Model, Request, CancellationToken.None)).Said());
        Assert.Equal(("PUT", $"/queue/{Request}/cancel"), (fal.Calls.First().Method, fal.Calls.First().Path));
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(5, 6)]
    [InlineData(7, 8)]
    [InlineData(30, 8)]
    public void is_of_the_nearest_length(int asked, int made) => Assert.Equal(made, ClipShape.Seconds(asked, 4, 6, 8));

    [Fact]
    public void is_tall_or_wide_whatever_is_asked() =>
        Assert.All(Enum.GetValues<AspectRatio>(), ratio => Assert.Contains(ClipShape.Of(ratio), (string[])["9:16", "16:9"]));

    private static string Detail(string type) =>
        $$"""{"detail":[{"loc":["body","prompt"],"msg":"words nobody may act on","type":"{{type}}"}]}""";
}
