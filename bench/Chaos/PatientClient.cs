using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Chaos;

/// <summary>A client that asks again, with the same command id, while the system is away.</summary>
internal sealed class PatientClient(RunningSystem system, string token)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The payload of a mutation, accepted or refused.</summary>
    public async Task<JsonNode> Mutate(string name, string selection, JsonObject input, CancellationToken ct)
    {
        var type = $"{char.ToUpperInvariant(name[0])}{name[1..]}Input";
        var document =
            $"mutation($input: {type}!) {{ {name}(input: $input) {{ {selection} errors {{ ... on UserError {{ code message }} }} }} }}";
        return (await Ask(document, new() { ["input"] = input }, ct))[name]!;
    }

    /// <summary>The payload of a mutation that must be accepted.</summary>
    public async Task<JsonNode> Do(string name, string selection, JsonObject input, CancellationToken ct)
    {
        var payload = await Mutate(name, selection, input, ct);
        return payload["errors"] is JsonArray { Count: > 0 } refused
            ? throw new InvalidOperationException($"{name}: {refused.ToJsonString()}")
            : payload;
    }

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonNode> Ask(string document, JsonObject variables, CancellationToken ct)
    {
        while (true)
        {
            if (await TryAsk(document, variables, ct) is { } answer)
            {
                if (answer["errors"] is not JsonArray { Count: > 0 } errors)
                    return answer["data"]!;
                if ((bool?)errors[0]!["extensions"]?["retryable"] is not true)
                    throw new InvalidOperationException(errors.ToJsonString());
            }
            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>Null when nobody answered.</summary>
    private async Task<JsonNode?> TryAsk(string document, JsonObject variables, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(system.Api, "graphql"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = JsonContent.Create(new JsonObject { ["query"] = document, ["variables"] = variables.DeepClone() });
        try
        {
            using var reply = await system.Http.SendAsync(request, ct);
            return JsonNode.Parse(await reply.Content.ReadAsStringAsync(ct));
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or JsonException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return null; // whether it was done is not known: that is what the command id is for
        }
    }
}
