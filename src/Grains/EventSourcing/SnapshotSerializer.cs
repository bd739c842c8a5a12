using System.Text.Json;
using Campaigns.EventStore.Serialization;
using Orleans.Storage;

namespace Campaigns.Grains.EventSourcing;

/// <summary>Plain JSON for grain storage: no type names of ours in it, so renaming a type breaks no snapshot.</summary>
public sealed class SnapshotSerializer : IGrainStorageSerializer
{
    /// <inheritdoc />
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, EventJson.Options));

    /// <inheritdoc />
    public T Deserialize<T>(BinaryData input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return JsonSerializer.Deserialize<T>(input.ToMemory().Span, EventJson.Options)!;
    }
}
