using Campaigns.Domain.Campaigns;
using GraphQL;

namespace Campaigns.Api.Campaigns;

/// <summary>What a post has beside its caption. Nothing of it goes to a platform as text.</summary>
[Name("PostScript")]
public sealed class ScriptView(ItemScript script)
{
    /// <summary>What kind of content it is.</summary>
    public ContentKind Content => script.Content;

    /// <summary>Of a carousel or clip; the headline of an ad.</summary>
    public string? Title => script.Title;

    /// <summary>What makes people stop.</summary>
    public string? Hook => script.Hook;

    /// <summary>What they shall do.</summary>
    public string? CallToAction => script.CallToAction;

    /// <summary>What the cover of a clip shows.</summary>
    public string? CoverPrompt => script.CoverPrompt;

    /// <summary>Of a carousel, in order.</summary>
    public IReadOnlyList<SlideView> Slides => [.. (script.Slides ?? []).Select(slide => new SlideView(slide.Visual, slide.Words))];

    /// <summary>Of a clip, in order.</summary>
    public IReadOnlyList<SceneView> Scenes =>
        [.. (script.Scenes ?? []).Select(scene => new SceneView(scene.Visual, scene.Narration, scene.Seconds))];
}

/// <summary>A slide.</summary>
/// <param name="Visual">What it shows.</param>
/// <param name="Words">What stands on it.</param>
[Name("Slide")]
public sealed record SlideView(string Visual, string Words);

/// <summary>A scene.</summary>
/// <param name="Visual">What is seen.</param>
/// <param name="Narration">What is said over it; may be empty.</param>
/// <param name="Seconds">How long it is.</param>
[Name("Scene")]
public sealed record SceneView(string Visual, string Narration, int Seconds);
