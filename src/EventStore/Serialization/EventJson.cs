using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Campaigns.EventStore.Serialization;

/// <summary>How facts and snapshots of state are written as JSON.</summary>
public static class EventJson
{
    /// <summary>
    /// camelCase members, enums as camelCase strings, unknown members ignored, computed ones left out.
    /// A missing constructor parameter without a default, or a null
    /// where none is allowed, is a <see cref="JsonException"/>: half an event is not an event.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Build();

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            // What is computed from the rest is no fact; a member of a fact has an init accessor.
            IgnoreReadOnlyProperties = true,
            // Upcasters may put members before a union's discriminator.
            AllowOutOfOrderMetadataProperties = true,
            // Nobody embeds this JSON in HTML, and captions in any script should be stored as they are read.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
