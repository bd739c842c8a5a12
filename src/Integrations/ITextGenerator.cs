using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Domain.Generations;

namespace Campaigns.Integrations;

/// <summary>A model that writes JSON to a schema.</summary>
public interface ITextGenerator
{
    /// <summary>Writes once. The answer is whole JSON text; whether it fits the domain is the caller's to check.</summary>
    Task<Reply<GeneratedText>> Write(TextRequest request, CancellationToken ct);
}

/// <summary>What to write.</summary>
/// <param name="Instructions">Who the model is and by which rules.</param>
/// <param name="Prompt">What is asked.</param>
/// <param name="Schema">JSON Schema of the answer.</param>
public sealed record TextRequest(string Instructions, string Prompt, JsonObject Schema)
{
    /// <summary>Pictures to look at, in the order the prompt speaks of them.</summary>
    public IReadOnlyList<Models.ReferencePicture> Pictures { get; init; } = [];
}

/// <summary>What was written.</summary>
/// <param name="Json">The answer.</param>
/// <param name="Provider">Such as <c>gemini</c>.</param>
/// <param name="Model">As the reply named it.</param>
/// <param name="Usage">As the provider counted.</param>
public sealed record GeneratedText(string Json, string Provider, string Model, TokenUsage Usage);
