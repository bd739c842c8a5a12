using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Integrations.Models;
using static Campaigns.Integrations.Tests.Models.ModelsAtHand;

namespace Campaigns.Integrations.Tests.Models;

public sealed class A_picture_by_Replicate
{
    private const string Model = "google/nano-banana-pro";

    [Fact]
    public async Task is_begun_without_waiting_for_it_and_with_references_as_addresses()
    {
        await using var replicate = await StandIn.Answering(Answers.Json(Prediction("starting"), 201));
        await using var adapter = AtReplicate(replicate.Url);
        var references = new[] { Logo(), Logo(new Uri("https://media.example.com/logo.png")), Logo(new Uri("http://127.0.0.1/logo.png")) };

        var begun = await adapter.Media().Begin(Model, Shoe with { References = references }, CancellationToken.None);

        Assert.Equal(new MediaWork.Going("p1"), begun.Value());
        Assert.Equal("p1", begun.RequestId);
        var call = Assert.Single(replicate.Calls);
        Assert.Equal("/v1/models/google/nano-banana-pro/predictions", call.Path);
        Assert.Equal($"Bearer {Key}", call.Headers["Authorization"]);
        Assert.DoesNotContain("Prefer", call.Headers.Keys);
        Assert.Equal("600s", call.Headers["Cancel-After"]);
        var input = call.Json.GetProperty("input");
        Assert.Equal(("4:5", "1K", "jpg"), (Word("aspect_ratio"), Word("resolution"), Word("output_format")));
        Assert.False(input.GetProperty("allow_fallback_model").GetBoolean());
        Assert.Equal(
            ["data:image/png;base64,AQID", "https://media.example.com/logo.png", "data:image/png;base64,AQID"],
            input.GetProperty("image_input").EnumerateArray().Select(one => one.GetString())
        );

        string? Word(string name) => input.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData(AspectRatio.Square, "1:1")]
    [InlineData(AspectRatio.Portrait, "4:5")]
    [InlineData(AspectRatio.Tall, "9:16")]
    [InlineData(AspectRatio.Wide, "16:9")]
    public void has_a_shape_that_the_model_knows(AspectRatio ratio, string word) => Assert.Equal(word, PictureShape.Of(ratio));

    [Fact]
    public void has_no_shape_without_a_word() => Assert.All(Enum.GetValues<AspectRatio>(), ratio => PictureShape.Of(ratio));

    public static TheoryData<string, int, string> Looks =>
        new()
        {
            { "Done", 200, Prediction("processing") },
            { "Done", 200, Prediction("succeeded", "\"https://replicate.delivery/out.jpg\"") },
            { "Done", 200, Prediction("succeeded", "[\"https://replicate.delivery/out.jpg\"]") },
            { "Broken OutputUnusable no_output", 200, Prediction("succeeded", "null") },
            { "Broken Transient canceled", 200, Prediction("canceled") },
            { "Broken Transient aborted", 200, Prediction("aborted") },
            { "Rejected SafetyRefused E005", 200, Prediction("failed", error: "flagged as sensitive (E005)") },
            { "Broken Transient E003", 200, Prediction("failed", error: "high demand (E003)") },
            { "Broken Transient E8765", 200, Prediction("failed", error: "Director: unexpected error (E8765)") },
            { "Broken Transient PA", 200, Prediction("failed", error: "Prediction interrupted; please retry (code: PA)") },
            { "Broken Transient failed", 200, Prediction("failed", error: "safety, sensitive, quota") }, // words decide nothing
            { "Busy Transient not_json", 200, """{"id":"p""" },
            { "Busy Transient no_status", 200, """{"id":"p1"}""" },
            { "Busy Transient html", 200, "<html></html>" },
            { "Busy Throttled http_429", 429, """{"detail":"Request was throttled. Your rate limit resets in ~30s."}""" },
            { "Busy Transient http_500", 500, "" },
            { "Busy Transient http_503", 503, "" },
            { "Busy Misconfigured http_401", 401, "" },
            { "Broken OutputUnusable http_404", 404, "" },
        };

    [Theory, MemberData(nameof(Looks))]
    public async Task is_looked_at_by_its_own_status(string expected, int status, string body)
    {
        await using var replicate = await StandIn.Answering(Answers.Json(body, status));
        await using var adapter = AtReplicate(replicate.Url);

        Assert.Equal(expected, (await adapter.Media().Look(Model, "p1", CancellationToken.None)).Said());
        Assert.Equal("/v1/predictions/p1", Assert.Single(replicate.Calls).Path);
    }

    public static TheoryData<string, int, string> Begins =>
        new()
        {
            { "Rejected Misconfigured http_422", 422, """{"title":"Input validation failed","status":422}""" },
            { "Broken Misconfigured http_401", 401, """{"title":"Unauthenticated"}""" },
            { "Broken QuotaReached http_402", 402, """{"title":"Insufficient credit"}""" },
            { "Broken ModelGone http_404", 404, "" },
            { "Busy Throttled http_429", 429, """{"detail":"Request was throttled. Your rate limit resets in ~30s."}""" },
            { "Unclear OutcomeUnknown http_500", 500, "" },
            { "Unclear OutcomeUnknown http_504", 504, "" },
            { "Busy Transient http_503", 503, "" },
            { "Unclear OutcomeUnknown not_json", 201, """{"id":"p1","sta""" },
            { "Unclear OutcomeUnknown no_status", 201, "{}" },
            { "Broken Transient html", 200, "<html></html>" },
        };

    [Theory, MemberData(nameof(Begins))]
    public async Task is_begun_or_certainly_not_or_perhaps(string expected, int status, string body)
    {
        await using var replicate = await StandIn.Answering(Answers.Json(body, status));
        await using var adapter = AtReplicate(replicate.Url);

        var begun = await adapter.Media().Begin(Model, Shoe, CancellationToken.None);

        Assert.Equal(expected, begun.Said());
        if (begun.Reply is Reply<MediaWork>.Busy { Problem.Class: ProblemClass.Throttled } busy)
            Assert.Equal(TimeSpan.FromSeconds(30), busy.RetryAfter);
    }

    [Fact]
    public async Task is_one_picture_once_it_is_made()
    {
        await using var replicate = await StandIn.Answering(
            Answers.Json(Prediction("succeeded", "\"https://replicate.delivery/out.jpg\""))
        );
        await using var adapter = AtReplicate(replicate.Url);

        var made = await adapter.Media().Look(Model, "p1", CancellationToken.None);

        Assert.Equal(new MediaWork.There(new Uri("https://replicate.delivery/out.jpg"), null), made.Value());
        Assert.Equal(new MeasuredUsage { Images = 1, ImageSize = "1K" }, made.Usage);
    }

    [Theory]
    [InlineData("../models")]
    [InlineData("p1/cancel")]
    [InlineData("")]
    public async Task is_not_looked_for_at_an_address_that_leads_elsewhere(string operation)
    {
        await using var replicate = await StandIn.Answering(Answers.Json("{}"));
        await using var adapter = AtReplicate(replicate.Url);

        Assert.Equal("Broken OutputUnusable operation_name", (await adapter.Media().Look(Model, operation, CancellationToken.None)).Said());
        Assert.Empty(replicate.Calls);
    }

    [Fact]
    public async Task is_stopped_by_a_call()
    {
        await using var replicate = await StandIn.Answering(Answers.Json(Prediction("canceled")));
        await using var adapter = AtReplicate(replicate.Url);

        Assert.Equal("Done", (await adapter.Media().Cancel(Model, "p1", CancellationToken.None)).Said());
        var call = Assert.Single(replicate.Calls);
        Assert.Equal(("POST", "/v1/predictions/p1/cancel"), (call.Method, call.Path));
    }

    private static string Prediction(string status, string output = "null", string? error = null) =>
        $$"""{"id":"p1","model":"google/nano-banana-pro","status":"{{status}}","output":{{output}},"error":{{(
            error is null ? "null" : $"\"{error}\""
        )}}}""";
}
