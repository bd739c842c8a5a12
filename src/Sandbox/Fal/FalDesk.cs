using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Filming;
using Campaigns.Sandbox.Jobs;
using Campaigns.Sandbox.Journal;

namespace Campaigns.Sandbox.Fal;

/// <summary>FAL's queue: takes requests in, says how they stand, gives results, cancels, and serves the clips.</summary>
internal sealed class FalDesk(
    FaultGate gate,
    JobBook jobs,
    CallJournal journal,
    BaseAddress address,
    SandboxSettings settings,
    TimeProvider clock
)
{
    private const string Provider = "fal";
    private static readonly FalErrors Vendor = new();

    public Task Submit(HttpContext http, string model) =>
        Serve(
            http,
            ["submit", "video", model],
            async () =>
            {
                if (!FalModels.Knows(model))
                {
                    journal.Record(Provider, "submit", null, new JsonObject { ["model"] = model }, "error", "unknown model");
                    await FalErrors.Platform(http, 404, $"Application '{model}' not found");
                    return;
                }
                var input = await Body(http);
                if (FalModels.Complaint(model, input) is var (at, type, words))
                {
                    journal.Record(Provider, "submit", null, new JsonObject { ["model"] = model }, "error", $"{at}: {type}");
                    await FalErrors.Model(http, 422, type, words, at);
                    return;
                }
                var call = new Call(Provider, "submit", "video", model);
                var job = jobs.Begin(call, model, input, input["prompt"]!.ToString(), settings.ClipDelay);
                journal.Record(
                    Provider,
                    "submit",
                    null,
                    new JsonObject { ["model"] = model, ["input"] = Shown(input) },
                    http.OutcomeWhenDone(),
                    result: job.Id
                );
                http.Response.Headers["x-fal-request-id"] = job.Id;
                await JsonReply.Write(http, 200, Queued(job));
            }
        );

    public Task Status(HttpContext http, string app, string id) =>
        Serve(
            http,
            ["status"],
            () =>
            {
                if (Found(app, id) is not { } job)
                    return FalErrors.Platform(http, 404, "Request not found");
                var now = clock.GetUtcNow();
                if (job.IsDone(now) || job.IsStopped)
                    return JsonReply.Write(http, 200, Completed(job));
                return JsonReply.Write(
                    http,
                    202,
                    job.IsWaiting(now)
                        ? Queued(job)
                        : new JsonObject
                        {
                            ["status"] = "IN_PROGRESS",
                            ["request_id"] = job.Id,
                            ["response_url"] = UrlOf(job),
                            ["status_url"] = $"{UrlOf(job)}/status",
                            ["cancel_url"] = $"{UrlOf(job)}/cancel",
                            ["logs"] = null,
                        }
                );
            }
        );

    public Task Result(HttpContext http, string app, string id) =>
        Serve(
            http,
            ["result"],
            () =>
            {
                if (Found(app, id) is not { } job)
                    return FalErrors.Platform(http, 404, "Request not found");
                http.Response.Headers["x-fal-request-id"] = job.Id;
                if (job.IsStopped)
                    return FalErrors.Platform(http, 400, "Request was cancelled");
                if (!job.IsDone(clock.GetUtcNow()))
                    return FalErrors.Platform(http, 400, "Request is still in progress");
                return job.Ending switch
                {
                    { Kind: "blocked" } => FalErrors.Model(http, 422, "content_policy_violation", "The content was flagged.", "prompt"),
                    { Kind: "no_output" } => FalErrors.Model(http, 422, "no_media_generated", "No media was generated."),
                    { } failed => FalErrors.Model(
                        http,
                        failed.Status ?? 500,
                        failed.Reason ?? "internal_server_error",
                        failed.Message ?? "It failed."
                    ),
                    null => JsonReply.Write(http, 200, Made(job)),
                };
            }
        );

    public Task Cancel(HttpContext http, string app, string id) =>
        Serve(
            http,
            ["cancel"],
            () =>
            {
                if (Found(app, id) is not { } job)
                    return JsonReply.Write(http, 404, new JsonObject { ["status"] = "NOT_FOUND" });
                var stopped = job.Stop(clock.GetUtcNow());
                journal.Record(Provider, "cancel", null, new JsonObject { ["id"] = id }, http.OutcomeWhenDone());
                return stopped
                    ? JsonReply.Write(http, 202, new JsonObject { ["status"] = "CANCELLATION_REQUESTED" })
                    : JsonReply.Write(http, 400, new JsonObject { ["status"] = "ALREADY_COMPLETED" });
            }
        );

    public Task File(HttpContext http, string id) =>
        gate.Pass(
            http,
            new Call(Provider, "download"),
            Vendor,
            () =>
            {
                if (jobs.Find(Provider, id) is not { } job || !job.IsDone(clock.GetUtcNow()))
                    return FalErrors.Platform(http, 404, "File not found");
                var size = ClipFile.SizeOf(job.Input["aspect_ratio"]?.ToString(), job.Input["resolution"]?.ToString());
                return ClipFile.Send(http, job, size, FalModels.SecondsOf(job.Model, job.Input));
            }
        );

    private Task Serve(HttpContext http, string[] names, Func<Task> answer)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith("Key ", StringComparison.Ordinal) && header is not "Key bad"
            ? gate.Pass(http, new Call(Provider, names), Vendor, answer)
            : Vendor.TokenBad(http);
    }

    /// <summary>Requests are known under the first two parts of their model's id only.</summary>
    private Job? Found(string app, string id) => jobs.Find(Provider, id) is { } job && AppOf(job) == app ? job : null;

    private static string AppOf(Job job) => string.Join('/', job.Model.Split('/').Take(2));

    private string UrlOf(Job job) => $"{address.Value}/fal/{AppOf(job)}/requests/{job.Id}";

    private JsonObject Queued(Job job) =>
        new()
        {
            ["status"] = "IN_QUEUE",
            ["request_id"] = job.Id,
            ["response_url"] = UrlOf(job),
            ["status_url"] = $"{UrlOf(job)}/status",
            ["cancel_url"] = $"{UrlOf(job)}/cancel",
            ["queue_position"] = 0,
        };

    private JsonObject Completed(Job job)
    {
        var completed = new JsonObject
        {
            ["status"] = "COMPLETED",
            ["request_id"] = job.Id,
            ["response_url"] = UrlOf(job),
            ["status_url"] = $"{UrlOf(job)}/status",
            ["cancel_url"] = $"{UrlOf(job)}/cancel",
            ["logs"] = null,
            ["metrics"] = new JsonObject { ["inference_time"] = ((job.Ready ?? clock.GetUtcNow()) - job.Begun).TotalSeconds },
        };
        if (job.IsStopped)
            completed["error"] = "Request was cancelled";
        return completed;
    }

    private JsonObject Made(Job job) =>
        new()
        {
            ["video"] = new JsonObject
            {
                ["url"] = $"{address.Value}/fal/files/{job.Id}/output.mp4",
                ["content_type"] = "video/mp4",
                ["file_name"] = "output.mp4",
                ["file_size"] = null,
            },
        };

    private static JsonNode Shown(JsonObject input)
    {
        var shown = input.DeepClone();
        if (shown["image_url"]?.ToString() is { } image && image.StartsWith("data:", StringComparison.Ordinal))
            shown["image_url"] = $"(data of {image.Length} characters)";
        return shown;
    }

    private static async Task<JsonObject> Body(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
