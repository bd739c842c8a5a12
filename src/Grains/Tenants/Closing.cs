namespace Campaigns.Grains.Tenants;

/// <summary>Whether a tenant takes commands.</summary>
public enum Closing
{
    /// <summary>It does.</summary>
    Open,

    /// <summary>It is to be erased: only that can be cancelled.</summary>
    Erasing,

    /// <summary>There is nothing of it any more.</summary>
    Erased,
}
