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
}
