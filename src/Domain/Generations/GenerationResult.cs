using System.Text.Json.Serialization;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Generations;

/// <summary>What came of an AI job.</summary>
[JsonDerivedType(typeof(Posts), "posts")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(Variants), "variants")]
[JsonDerivedType(typeof(Brief), "brief")]
[JsonDerivedType(typeof(Nothing), "nothing")]
public abstract record GenerationResult
{
    private GenerationResult() { } // closed: every case is below

    /// <summary>Posts, ads, carousels and clips.</summary>
    /// <param name="Drafts">In the order that was asked for.</param>
    /// <param name="MadeBy">What made them.</param>
    /// <param name="Missing">What was ordered and did not come, and why, a sentence each; null when all came.</param>
    public sealed record Posts(
        IReadOnlyList<DraftPost> Drafts,
        Provenance MadeBy,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Missing = null
    ) : GenerationResult;

    /// <summary>A stored file: a picture, a clip, a voice.</summary>
    public sealed record Picture(MediaAsset Media, Provenance MadeBy) : GenerationResult;

    /// <summary>An item written anew, in one way or several.</summary>
    public sealed record Variants(
        IReadOnlyList<DraftPost> Drafts,
        Provenance MadeBy,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Missing = null
    ) : GenerationResult;

    /// <summary>A better brief.</summary>
    public sealed record Brief(string Text, Provenance MadeBy) : GenerationResult;

    /// <summary>Nothing: why.</summary>
    public sealed record Nothing(Problem Problem) : GenerationResult;
}
