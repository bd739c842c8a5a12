using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaigns.EventStore.Serialization;

/// <summary>What stands beside an event, as UTF-8 JSON; what is null is left out.</summary>
internal static class MetadataCodec
{
    private static readonly JsonSerializerOptions Options = Build();

    public static byte[] Encode(EventMetadata metadata) => JsonSerializer.SerializeToUtf8Bytes(metadata, Options);

    /// <exception cref="JsonException">It does not fit.</exception>
    /// <exception cref="FormatException">An id in it is none.</exception>
    public static EventMetadata Decode(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<EventMetadata>(json, Options) ?? throw new JsonException("null");

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(EventJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.MakeReadOnly();
        return options;
    }
}
