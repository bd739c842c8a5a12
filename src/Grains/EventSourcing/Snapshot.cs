using System.Text.Json;

namespace Campaigns.Grains.EventSourcing;

/// <summary>A cached fold. Never truth: one of another schema version, or that cannot be read, is ignored.</summary>
internal sealed class Snapshot
{
    /// <summary>The state's version of shape and meaning when it was taken.</summary>
    public int SchemaVersion { get; set; }

    /// <summary>The stream's version it stands for.</summary>
    public long Version { get; set; }

    /// <summary>The place of that version's event in the log.</summary>
    public string Position { get; set; } = "";

    /// <summary>The state.</summary>
    public JsonElement State { get; set; }

    /// <summary>The request that last moved it; null in older ones.</summary>
    public Origin? Origin { get; set; }

    /// <summary>The commands remembered, oldest first.</summary>
    public IReadOnlyList<AnsweredCommand> Answered { get; set; } = [];
}
