using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Filming;
using Campaigns.Sandbox.Gemini;
using Campaigns.Sandbox.Jobs;
using Campaigns.Sandbox.Journal;

namespace Campaigns.Sandbox.Veo;

/// <summary>Veo's operations: begun, looked at, and their files, which lie behind a redirect to another host.</summary>
internal sealed class VeoDesk(
    FaultGate gate,
    JobBook jobs,
    CallJournal journal,
    BaseAddress address,
    SandboxSettings settings,
    TimeProvider clock
)
{
    private const string Provider = "veo";
    private static readonly GeminiErrors Vendor = new();

    public Task Begin(HttpContext http, string model) =>
        Serve(
            http,
            ["predictLongRunning", "video", model],
            async () =>
            {
                if (!VeoRequest.Knows(model))
                    throw GeminiException.UnknownModel(model, "predictLongRunning");
                var request = VeoRequest.Read(model, await Body(http));
                var call = new Call(Provider, "predictLongRunning", "video", model);
                var job = jobs.Begin(call, model, request.Parameters, request.Prompt, settings.ClipDelay);
                var arguments = new JsonObject
                {
                    ["model"] = model,
                    ["prompt"] = request.Prompt,
                    ["parameters"] = request.Parameters.DeepClone(),
                    ["image"] = request.HasImage,
                };
                journal.Record(Provider, "predictLongRunning", null, arguments, http.OutcomeWhenDone(), result: job.Id);
                await Write(http, new JsonObject { ["name"] = NameOf(job) });
            }
        );

    public Task Look(HttpContext http, string model, string id) =>
        Serve(
            http,
            ["operations.get"],
            () =>
                Write(
                    http,
                    jobs.Find(Provider, id) is { } job && job.Model == model
                        ? Shown(job)
                        : throw new GeminiException(404, "NOT_FOUND", "Requested entity was not found.")
                )
        );

    /// <summary>Only with the key; the file itself is served by another host.</summary>
    public Task Download(HttpContext http, string file) =>
        Serve(
            http,
            ["files.download"],
            () =>
            {
                var id = file.EndsWith(":download", StringComparison.Ordinal) ? file[..^":download".Length] : "";
                if (jobs.Find(Provider, id) is not { } job || !job.IsDone(clock.GetUtcNow()))
                    throw new GeminiException(404, "NOT_FOUND", "Requested entity was not found.");
                var elsewhere = new UriBuilder(address.Value) { Path = $"/veo-files/{id}.mp4" };
                elsewhere.Host = elsewhere.Host == "127.0.0.1" ? "localhost" : "127.0.0.1";
                http.Response.StatusCode = 302;
                http.Response.Headers.Location = elsewhere.Uri.AbsoluteUri;
                return Task.CompletedTask;
            }
        );

    /// <summary>The other host: whoever shows it the key has given it away.</summary>
    public Task File(HttpContext http, string id)
    {
        if (http.Request.Headers.ContainsKey("x-goog-api-key"))
            journal.Record(Provider, "key_given_away", null, null, "error", "the key came to another host");
        return gate.Pass(
            http,
            new Call(Provider, "download"),
            Vendor,
            () =>
            {
                if (jobs.Find(Provider, id) is not { } job || !job.IsDone(clock.GetUtcNow()))
                {
                    http.Response.StatusCode = 404;
                    return Task.CompletedTask;
                }
                var size = ClipFile.SizeOf(job.Input["aspectRatio"]?.ToString(), job.Input["resolution"]?.ToString());
                return ClipFile.Send(http, job, size, VeoRequest.SecondsOf(job.Input));
            }
        );
    }

    private async Task Serve(HttpContext http, string[] names, Func<Task> answer)
    {
        try
        {
            GeminiDesk.CheckKey(http);
            await gate.Pass(http, new Call(Provider, names), Vendor, answer);
        }
        catch (GeminiException e)
        {
            journal.Record(Provider, names[0], null, null, "error", e.Message);
            await GeminiErrors.Write(http, e);
        }
    }

    private static string NameOf(Job job) => $"models/{job.Model}/operations/{job.Id}";

    private JsonObject Shown(Job job)
    {
        var shown = new JsonObject { ["name"] = NameOf(job) };
        if (!job.IsDone(clock.GetUtcNow()))
            return shown; // done is absent, not false
        shown["done"] = true;
        if (job.Ending is { Kind: "failed" } failed)
            shown["error"] = new JsonObject { ["code"] = failed.Code ?? 13, ["message"] = failed.Message ?? "Internal error." };
        else
            shown["response"] = new JsonObject
            {
                ["@type"] = "type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningResponse",
                ["generateVideoResponse"] = Response(job),
            };
        return shown;
    }

    private static JsonObject Response(Job job) =>
        job.Ending switch
        {
            { Kind: "blocked" } => new()
            {
                ["raiMediaFilteredCount"] = 1,
                ["raiMediaFilteredReasons"] = new JsonArray("The prompt could not be used."),
            },
            not null => [],
            null => new()
            {
                // The vendor's own host, whatever address it was asked at: its SDK takes the file's id out of nothing else.
                ["generatedSamples"] = new JsonArray(
                    new JsonObject
                    {
                        ["video"] = new JsonObject
                        {
                            ["uri"] = $"https://generativelanguage.googleapis.com/v1beta/files/{job.Id}:download?alt=media",
                        },
                    }
                ),
            },
        };

    private static Task Write(HttpContext http, JsonObject body) => JsonReply.Write(http, 200, body, GeminiErrors.ContentType);

    private static async Task<JsonObject> Body(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            throw GeminiException.Invalid("body", "invalid JSON payload");
        }
    }
}
