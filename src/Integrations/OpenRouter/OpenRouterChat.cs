using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;
using OpenAI.Chat;

namespace Campaigns.Integrations.OpenRouter;

/// <summary>
/// One call of <c>chat/completions</c> by OpenAI's package. Its typed answers are passed by: they throw at finish reasons that OpenRouter has and
/// OpenAI has not, take an error with status 200 for an answer, and know nothing of what a call cost.
/// </summary>
internal sealed class OpenRouterChat(Func<string, ChatClient> clientOf, long mostBytes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ChatClient> clients = new();

    public Task<Heard> Complete(string model, JsonObject body, TimeSpan deadline, CancellationToken ct) =>
        JsonCalls.Within(
            async token =>
            {
                var options = new RequestOptions
                {
                    ErrorOptions = ClientErrorBehaviors.NoThrow,
                    BufferResponse = false, // read here, and no more of it than is sensible
                    CancellationToken = token,
                };
                try
                {
                    using var content = BinaryContent.Create(BinaryData.FromString(body.ToJsonString()));
                    var result = await clients.GetOrAdd(model, clientOf).CompleteChatAsync(content, options);
                    using var response = result.GetRawResponse();
                    return await Read(response, token);
                }
                catch (ClientResultException failure) when (failure.InnerException is HttpRequestException or IOException)
                {
                    throw new HttpRequestException( // as it was before the package wrapped it
                        (failure.InnerException as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown,
                        "The call to OpenRouter broke.",
                        failure.InnerException
                    );
                }
            },
            deadline,
            ct
        );

    private async Task<Heard> Read(PipelineResponse response, CancellationToken ct)
    {
        var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (response.ContentStream is { } stream && await stream.ReadAsync(piece, ct) is var read and > 0)
        {
            if (body.Length + read > mostBytes)
                return Heard.Nothing(Failure.NotJson, "too_long");
            body.Write(piece, 0, read);
        }
        string? Header(string name) => response.Headers.TryGetValue(name, out var value) ? value : null;
        return Heard.Answer(response.Status, body.ToArray(), Header("Content-Type"), Header, clock.GetUtcNow());
    }
}
