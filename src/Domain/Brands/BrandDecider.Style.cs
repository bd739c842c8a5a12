using static Campaigns.Domain.Brands.BrandEvent;

namespace Campaigns.Domain.Brands;

/// <summary>Pictures that others shall look like.</summary>
public static partial class BrandDecider
{
    /// <summary>A model takes few references, and the logo and products are among them.</summary>
    public const int MostStyleReferences = 8;

    /// <summary>Adds one. Asking twice changes nothing.</summary>
    public static Decision<BrandEvent> AddStyleReference(Brand state, AddStyleReference ask) =>
        state.Profile is null ? Refusal.BrandNotFound
        : state.StyleReferences.Exists(media => media.Key == ask.Media.Key) ? []
        : state.StyleReferences.Count >= MostStyleReferences ? Refusal.TooManyStyleReferences(MostStyleReferences)
        : [new StyleReferenceAdded(ask.Media)];

    /// <summary>Takes one away. One that it has not needs no taking away.</summary>
    public static Decision<BrandEvent> RemoveStyleReference(Brand state, RemoveStyleReference ask) =>
        state.Profile is null ? Refusal.BrandNotFound
        : state.StyleReferences.Exists(media => media.Key == ask.Key) ? [new StyleReferenceRemoved(ask.Key)]
        : [];
}
