using System.Globalization;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.OpenRouter;

/// <summary>The models that answer, with what a token costs in US dollars. All others are 404.</summary>
internal static class OpenRouterModels
{
    private static readonly Dictionary<string, (decimal Prompt, decimal Completion)> Known = new()
    {
        ["openai/gpt-5.2"] = (0.00000175m, 0.000014m),
        ["openai/gpt-5-mini"] = (0.00000025m, 0.000002m),
        ["x-ai/grok-4"] = (0.000003m, 0.000015m),
        ["anthropic/claude-sonnet-4.5"] = (0.000003m, 0.000015m),
    };

    public static bool Knows(string model) => Known.ContainsKey(model);

    /// <summary>OpenAI's models refuse a strict schema that is not strict.</summary>
    public static bool IsStrict(string model) => model.StartsWith("openai/", StringComparison.Ordinal);

    public static decimal Cost(string model, int prompt, int completion) =>
        prompt * Known[model].Prompt + completion * Known[model].Completion;

    public static JsonObject List() =>
        new()
        {
            ["data"] = new JsonArray([
                .. Known.Select(model => new JsonObject
                {
                    ["id"] = model.Key,
                    ["name"] = model.Key,
                    ["context_length"] = 400_000,
                    ["pricing"] = new JsonObject
                    {
                        ["prompt"] = model.Value.Prompt.ToString(CultureInfo.InvariantCulture),
                        ["completion"] = model.Value.Completion.ToString(CultureInfo.InvariantCulture),
                    },
                    ["supported_parameters"] = new JsonArray("response_format", "structured_outputs", "max_tokens"),
                }),
            ]),
        };
}
