using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Campaigns.EventStore.Serialization;

/// <summary>What stands beside an event, as UTF-8 JSON; what is null is left out.</summary>
internal static class MetadataCodec
{
    private static readonly JsonSerializerOptions Options = Build();

    private static readonly JsonTypeInfo<EventMetadata> Type = (JsonTypeInfo<EventMetadata>)Options.GetTypeInfo(typeof(EventMetadata));

    public static byte[] Encode(EventMetadata metadata) => JsonSerializer.SerializeToUtf8Bytes(metadata, Type);

    /// <exception cref="JsonException">It does not fit.</exception>
    /// <exception cref="FormatException">An id in it is none.</exception>
    public static EventMetadata Decode(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Type) ?? throw new JsonException("null");

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(EventJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.MakeReadOnly();
        return options;
    }
}
