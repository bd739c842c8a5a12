using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Gemini.Copy;
using Campaigns.Sandbox.Gemini.Drawing;
using Campaigns.Sandbox.Jobs;
using Campaigns.Sandbox.Journal;
using SkiaSharp;

namespace Campaigns.Sandbox.Replicate;

/// <summary>Takes predictions in, says how they stand, stops them, and serves what they made.</summary>
internal sealed class ReplicateDesk(
    FaultGate gate,
    JobBook jobs,
    CallJournal journal,
    BaseAddress address,
    SandboxSettings settings,
    TimeProvider clock
)
{
    private const string Provider = "replicate";
    private static readonly ReplicateErrors Vendor = new();

    public Task Create(HttpContext http, string model) =>
        Serve(
            http,
            "create",
            model,
            async () =>
            {
                if (model != PredictionInput.Model)
                    throw ReplicateException.NotFound();
                var input = (await Body(http))["input"] as JsonObject ?? [];
                PredictionInput.Check(input);
                var call = new Call(Provider, "create", "image", model);
                var job = jobs.Begin(call, model, input, input["prompt"]!.ToString(), settings.PictureDelay);
                journal.Record(
                    Provider,
                    "create",
                    null,
                    new JsonObject { ["model"] = model, ["input"] = input.DeepClone() },
                    http.OutcomeWhenDone(),
                    result: job.Id
                );
                await Wait(http, job);
                await JsonReply.Write(http, 201, Shown(job));
            }
        );

    public Task Look(HttpContext http, string id) => Serve(http, "get", null, () => JsonReply.Write(http, 200, Shown(Found(id))));

    public Task Cancel(HttpContext http, string id) =>
        Serve(
            http,
            "cancel",
            null,
            () =>
            {
                var job = Found(id);
                job.Stop(clock.GetUtcNow());
                journal.Record(Provider, "cancel", null, new JsonObject { ["id"] = id }, http.OutcomeWhenDone());
                return JsonReply.Write(http, 200, Shown(job));
            }
        );

    /// <summary>Files lie elsewhere, and ask for no key; here they refuse to be shown one.</summary>
    public Task File(HttpContext http, string id) =>
        gate.Pass(
            http,
            new Call(Provider, "download"),
            Vendor,
            async () =>
            {
                if (jobs.Find(Provider, id) is not { } job || !job.IsDone(clock.GetUtcNow()))
                {
                    http.Response.StatusCode = 404;
                    return;
                }
                var png = job.Input["output_format"]?.ToString() is "png";
                var (width, height) = PredictionInput.SizeOf(job.Input);
                var file = Poster.Draw(
                    width,
                    height,
                    Brief.From("", job.Prompt),
                    png ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg
                );
                http.Response.ContentType = png ? "image/png" : "image/jpeg";
                http.Response.ContentLength = file.Length;
                await http.Response.Body.WriteAsync(file, http.RequestAborted);
            }
        );

    private async Task Serve(HttpContext http, string operation, string? model, Func<Task> answer)
    {
        try
        {
            var header = http.Request.Headers.Authorization.ToString();
            if (!header.StartsWith("Bearer ", StringComparison.Ordinal) || header is "Bearer bad")
                throw ReplicateException.Unauthenticated();
            await gate.Pass(http, new Call(Provider, model is null ? [operation] : [operation, "image", model]), Vendor, answer);
        }
        catch (ReplicateException e)
        {
            journal.Record(Provider, operation, null, null, "error", e.Message);
            await ReplicateErrors.Write(http, e);
        }
    }

    /// <summary><c>Prefer: wait=n</c> holds the call until it is done, or for so many seconds.</summary>
    private async Task Wait(HttpContext http, Job job)
    {
        var prefer = http.Request.Headers["Prefer"].ToString();
        if (!prefer.StartsWith("wait", StringComparison.Ordinal))
            return;
        var most = int.TryParse(prefer.AsSpan(prefer.IndexOf('=') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : 60;
        var until = clock.GetUtcNow().AddSeconds(Math.Clamp(most, 1, 60));
        if (job.Ready is { } ready && ready < until)
            until = ready;
        if (until - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait + TimeSpan.FromMilliseconds(20), clock, http.RequestAborted);
    }

    private Job Found(string id) => jobs.Find(Provider, id) ?? throw ReplicateException.NotFound();

    private JsonObject Shown(Job job)
    {
        var now = clock.GetUtcNow();
        var done = job.IsDone(now);
        var status =
            job.IsStopped ? "canceled"
            : !done ? (job.IsWaiting(now) ? "starting" : "processing")
            : job.Ending?.Kind is "failed" or "blocked" ? "failed"
            : "succeeded";
        var home = $"{address.Value}/replicate";
        return new()
        {
            ["id"] = job.Id,
            ["model"] = job.Model,
            ["version"] = "hidden",
            ["input"] = job.Input.DeepClone(),
            ["status"] = status,
            ["output"] = status is "succeeded" && job.Ending is null ? $"{home}/files/{job.Id}/out.{Extension(job)}" : null,
            ["error"] = status is "failed" ? Reason(job.Ending!) : null,
            ["logs"] = "",
            ["data_removed"] = status is "succeeded" && job.Ending is not null,
            ["created_at"] = Time(job.Begun),
            ["started_at"] = Time(job.Begun),
            ["completed_at"] =
                job.IsStopped ? Time(job.Stopped!.Value)
                : done ? Time(job.Ready!.Value)
                : null,
            ["metrics"] = done ? new JsonObject { ["predict_time"] = (job.Ready!.Value - job.Begun).TotalSeconds } : [],
            ["urls"] = new JsonObject
            {
                ["get"] = $"{home}/v1/predictions/{job.Id}",
                ["cancel"] = $"{home}/v1/predictions/{job.Id}/cancel",
            },
        };
    }

    private static string Reason(Fault fault) =>
        fault.Kind is "blocked" ? "The input or output was flagged as sensitive. Please try again with different inputs. (E005)"
        : fault.Reason is { } code ? $"{fault.Message ?? "Prediction failed"} ({code})"
        : fault.Message ?? "Director: unexpected error handling prediction (E8765)";

    private static string Extension(Job job) => job.Input["output_format"]?.ToString() ?? "jpg";

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static async Task<JsonObject> Body(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            throw new ReplicateException(400, "Bad request", "The body is not JSON.");
        }
    }
}
