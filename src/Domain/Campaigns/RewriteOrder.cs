using System.Text.Json.Serialization;

namespace Campaigns.Domain.Campaigns;

/// <summary>How an item shall be written anew.</summary>
/// <param name="Instruction">What shall be otherwise, in the client's words; up to 2,000 characters.</param>
/// <param name="Field">The one field to change; null for all of it.</param>
/// <param name="Variants">How many ways to choose from, 1 to 4. One is taken at once; of several, one is chosen.</param>
/// <param name="Language">BCP 47 tag; null for the brand's, or the draft's own.</param>
/// <param name="Model">Who shall be asked first; null for the configured one.</param>
public sealed record RewriteOrder(
    string Instruction,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ItemField? Field = null,
    int Variants = 1,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Language = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Generations.ModelChoice? Model = null
);

/// <summary>A field of an item that can be written anew by itself.</summary>
public enum ItemField
{
    /// <summary>The caption.</summary>
    Caption,

    /// <summary>The hashtags.</summary>
    Hashtags,

    /// <summary>What the picture shows.</summary>
    ImagePrompt,

    /// <summary>For those who cannot see the picture.</summary>
    AltText,
}
