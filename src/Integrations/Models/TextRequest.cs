using System.Text.Json.Nodes;

namespace Campaigns.Integrations.Models;

/// <summary>What to write.</summary>
/// <param name="Instructions">Who the model is and by which rules.</param>
/// <param name="Prompt">What is asked.</param>
/// <param name="Schema">JSON Schema of the answer.</param>
public sealed record TextRequest(string Instructions, string Prompt, JsonObject Schema)
{
    /// <summary>Pictures to look at, in the order the prompt speaks of them.</summary>
    public IReadOnlyList<ReferencePicture> Pictures { get; init; } = [];
}
