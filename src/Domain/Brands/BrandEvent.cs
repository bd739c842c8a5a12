using Campaigns.Domain.Media;

namespace Campaigns.Domain.Brands;

/// <summary>What can happen to a brand.</summary>
public abstract record BrandEvent : DomainEvent
{
    private BrandEvent() { } // closed: every case is below

    /// <summary>A brand was set up.</summary>
    [EventName("brand.created.v1")]
    public sealed record Created(BrandProfile Profile) : BrandEvent;

    /// <summary>Its profile is now this one, as a whole.</summary>
    [EventName("brand.profile_changed.v1")]
    public sealed record ProfileChanged(BrandProfile Profile) : BrandEvent;

    /// <summary>Pictures drawn for it shall look like this one, too.</summary>
    [EventName("brand.style_reference_added.v1")]
    public sealed record StyleReferenceAdded(MediaAsset Media) : BrandEvent;

    /// <summary>They need not look like that one any more.</summary>
    [EventName("brand.style_reference_removed.v1")]
    public sealed record StyleReferenceRemoved(string Key) : BrandEvent;
}
