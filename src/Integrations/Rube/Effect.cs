namespace Campaigns.Integrations.Rube;

/// <summary>What a tool does to the platform, hence what a lost answer means.</summary>
internal enum Effect
{
    /// <summary>Nothing.</summary>
    Reads,

    /// <summary>Makes a container: one too many expires by itself.</summary>
    Creates,

    /// <summary>Makes a container of containers: when one of those is gone, asking again is of no use.</summary>
    Assembles,

    /// <summary>Puts a post before the public: one too many is there for all to see.</summary>
    Publishes,
}
