using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Demo;

/// <summary>
/// Asks the public API as any client would. While the system is away it asks again, for a bounded time: every mutation carries a command id, so
/// repeating it is safe.
/// </summary>
internal sealed class GraphQLClient(HttpClient http, Uri endpoint, string token, TimeProvider clock, Action<string> note)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The data of a query.</summary>
    /// <exception cref="DemoFailure">It was refused, or the system stayed away.</exception>
    public async Task<JsonNode> Query(string document, JsonObject? variables = null)
    {
        var begun = clock.GetTimestamp();
        var said = false;
        while (true)
        {
            var (data, away) = await Once(document, variables);
            if (data is not null)
                return data;
            if (clock.GetElapsedTime(begun) > Patience)
                throw new DemoFailure($"the system at {endpoint} stayed away: {away}");
            if (!said)
                note($"the system is away ({away}); asking again with the same command id");
            said = true;
            await Task.Delay(Pause, clock);
        }
    }

    /// <summary>The payload of a mutation with one field.</summary>
    /// <exception cref="DemoFailure">It was refused: the message names field and rule.</exception>
    public async Task<JsonNode> Mutate(string name, string inputType, string selection, JsonObject input)
    {
        var document =
            $"mutation($input: {inputType}!) {{ {name}(input: $input) {{ {selection} errors {{ ... on UserError {{ code message field }} }} }} }}";
        var payload = (await Query(document, new() { ["input"] = input }))[name]!;
        if (payload["errors"] is JsonArray { Count: > 0 } errors)
            throw new DemoFailure(
                string.Join(
                    '\n',
                    errors.Select(error => $"{name} was refused: {error!["code"]} (field {error["field"] ?? "-"}): {error["message"]}")
                )
            );
        return payload;
    }

    private async Task<(JsonNode? Data, string? Away)> Once(string document, JsonObject? variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        request.Content = JsonContent.Create(new JsonObject { ["query"] = document, ["variables"] = variables?.DeepClone() });
        try
        {
            using var reply = await http.SendAsync(request);
            var body = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
            if (body["errors"] is not JsonArray { Count: > 0 } errors)
                return (body["data"]!, null);
            if (errors.All(IsRetryable))
                return (null, (string?)errors[0]!["message"]);
            throw new DemoFailure(string.Join('\n', errors.Select(error => $"{error!["extensions"]?["code"]}: {error["message"]}")));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException or IOException)
        {
            return (null, e.Message);
        }
    }

    private static bool IsRetryable(JsonNode? error) => (bool?)error?["extensions"]?["retryable"] is true;
}
