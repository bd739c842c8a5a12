namespace Campaigns.Domain.Campaigns;

/// <summary>Where an item is meant to go. Only Instagram has an adapter; scheduling to another is refused by name.</summary>
public enum Platform
{
    /// <summary>Instagram.</summary>
    Instagram,

    /// <summary>Facebook.</summary>
    Facebook,

    /// <summary>LinkedIn.</summary>
    LinkedIn,

    /// <summary>X, once Twitter.</summary>
    Twitter,

    /// <summary>Google's ads; only ads are written for it.</summary>
    Google,
}
