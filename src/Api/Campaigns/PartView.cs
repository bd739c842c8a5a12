using Campaigns.Api.Media;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using GraphQL;

namespace Campaigns.Api.Campaigns;

/// <summary>A file that a post is made of: a slide, a scene, a cover, a film, a voice.</summary>
[Name("PostPart")]
public sealed class PartView(PartOfItem part)
{
    /// <summary>As what.</summary>
    public PartRole Role => part.Part.Role;

    /// <summary>Which of its kind, from 1; 0 where there is only one.</summary>
    public int Number => part.Part.Number;

    /// <summary>The file; null until it is made.</summary>
    public MediaView? Media => MediaView.Of(part.Media);

    /// <summary>What made it.</summary>
    public Provenance? MadeBy => part.MadeBy;

    /// <summary>The AI job that makes it at this moment; null when none does.</summary>
    public Guid? GenerationId => part.Generation?.Uuid;

    /// <summary>Why it could not be made.</summary>
    public Problem? Problem => part.Problem;
}

/// <summary>A way to put a post.</summary>
/// <param name="Caption">Without hashtags.</param>
/// <param name="Hashtags">Without `#`, in order.</param>
/// <param name="ImagePrompt">What its picture should show.</param>
/// <param name="AltText">For those who cannot see the picture.</param>
public sealed record PostVariant(string Caption, IReadOnlyList<string> Hashtags, string? ImagePrompt, string? AltText);
