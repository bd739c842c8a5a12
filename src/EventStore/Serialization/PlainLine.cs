using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.EventStore.Serialization;

/// <summary>An event as a line of JSON that needs no program to be read.</summary>
public static class PlainLine
{
    /// <summary>The event with all that stands beside it; in today's form, whichever version it was stored in.</summary>
    public static string Of(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return new JsonObject
        {
            ["stream"] = recorded.Stream.Value,
            ["version"] = recorded.Version,
            ["position"] = recorded.Position.ToString(),
            ["id"] = recorded.Id,
            ["name"] = recorded.Name,
            ["metadata"] = JsonSerializer.SerializeToNode(recorded.Metadata, EventJson.Options),
            ["event"] = JsonNode.Parse(EventCodec.Encode(recorded.Event)),
        }.ToJsonString(EventJson.Options);
    }
}
