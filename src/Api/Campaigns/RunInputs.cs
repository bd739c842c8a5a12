using Campaigns.Domain.Campaigns;

namespace Campaigns.Api.Campaigns;

/// <summary>Carousels to make.</summary>
/// <param name="Count">1 to 10.</param>
/// <param name="Slides">Of each, 2 to 10.</param>
public sealed record CarouselOrderInput(int Count, int Slides = 5)
{
    internal CarouselOrder ToOrder() => new(Count, Slides);
}

/// <summary>Clips to make.</summary>
/// <param name="Count">1 to 10.</param>
/// <param name="Scenes">Of each, 1 to 8.</param>
/// <param name="Film">Whether each scene is filmed, and not only drawn.</param>
/// <param name="Narrate">Whether the narration is spoken.</param>
/// <param name="Voice">The provider's name of the voice; null for the configured one.</param>
public sealed record ClipOrderInput(int Count, int Scenes = 3, bool Film = false, bool Narrate = false, string? Voice = null)
{
    internal ClipOrder ToOrder() => new(Count, Scenes, Film, Narrate, Voice);
}

/// <summary>A picture that models shall go by.</summary>
/// <param name="Role">As what.</param>
/// <param name="Url">Its address: public, https. It is read when a model is asked; data of their own are no addresses.</param>
public sealed record PictureReferenceInput(ReferenceRole Role, string Url)
{
    // What is no address at all is refused like one that leads nowhere public.
    internal PictureReference ToReference() =>
        new(Role, Uri.TryCreate(Url, UriKind.Absolute, out var url) ? url : new Uri("invalid:address"));
}
