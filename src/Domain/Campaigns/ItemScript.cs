using System.Text.Json.Serialization;

namespace Campaigns.Domain.Campaigns;

/// <summary>What kind of content an item is, as it was ordered.</summary>
public enum ContentKind
{
    /// <summary>A post of words and one picture.</summary>
    Post,

    /// <summary>An ad: a headline, a body, a call to action and one picture.</summary>
    Ad,

    /// <summary>Slides, one after the other.</summary>
    Carousel,

    /// <summary>A short film of scenes.</summary>
    Clip,
}

/// <summary>What an item has beside its caption: what its slides and scenes show and say. Nothing of it goes to a platform as text.</summary>
/// <param name="Content">What kind of content it is.</param>
/// <param name="Title">Of a carousel or clip; the headline of an ad.</param>
/// <param name="Hook">What makes people stop; null for an ad.</param>
/// <param name="CallToAction">What they shall do; of an ad always there.</param>
/// <param name="CoverPrompt">What the cover of a clip shows.</param>
/// <param name="Slides">Of a carousel, in order.</param>
/// <param name="Scenes">Of a clip, in order.</param>
public sealed record ItemScript(
    ContentKind Content,
    string? Title = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Hook = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CallToAction = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CoverPrompt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ScriptSlide>? Slides = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ScriptScene>? Scenes = null
)
{
    /// <summary>The words that are spoken over the scenes, in order; empty when there are none.</summary>
    [JsonIgnore]
    public string Narration => string.Join('\n', (Scenes ?? []).Select(scene => scene.Narration).Where(said => said.Length > 0));

    /// <inheritdoc />
    public bool Equals(ItemScript? other) =>
        other is not null
        && (Content, Title, Hook, CallToAction, CoverPrompt)
            == (other.Content, other.Title, other.Hook, other.CallToAction, other.CoverPrompt)
        && (Slides ?? []).SequenceEqual(other.Slides ?? [])
        && (Scenes ?? []).SequenceEqual(other.Scenes ?? []);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Content, Title, Hook, CallToAction, CoverPrompt);
}

/// <summary>A slide.</summary>
/// <param name="Visual">What it shows.</param>
/// <param name="Words">What stands on it.</param>
public sealed record ScriptSlide(string Visual, string Words);

/// <summary>A scene.</summary>
/// <param name="Visual">What is seen.</param>
/// <param name="Narration">What is said over it; may be empty.</param>
/// <param name="Seconds">How long it is.</param>
public sealed record ScriptScene(string Visual, string Narration, int Seconds);
