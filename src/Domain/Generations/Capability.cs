namespace Campaigns.Domain.Generations;

/// <summary>What a model can be asked for.</summary>
public enum Capability
{
    /// <summary>Words, as JSON to a schema.</summary>
    Text,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>A clip.</summary>
    Video,

    /// <summary>A voice.</summary>
    Speech,
}
