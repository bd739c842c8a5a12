using System.Text.Json;
using Campaigns.Domain;

namespace Campaigns.EventStore.Serialization;

/// <summary>An event as an adapter holds it.</summary>
internal readonly record struct StoredEvent(
    ulong Position,
    StreamName Stream,
    long Version,
    Guid Id,
    string Name,
    byte[] Metadata,
    byte[] Data,
    Guid? KeyId = null
)
{
    /// <summary>Reads it; whatever cannot be read becomes an <see cref="UnreadableEvent"/> in its place.</summary>
    public RecordedEvent Read(EventCodec codec) => Read(codec, Metadata, Data);

    /// <summary>Reads it from bytes that were opened.</summary>
    public RecordedEvent Read(EventCodec codec, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> data)
    {
        try
        {
            return new(new(Position), Stream, Version, Id, Name, codec.Decode(Name, data), MetadataCodec.Decode(metadata));
        }
        catch (Exception misfit) when (misfit is JsonException or FormatException)
        {
            return Instead(new UnreadableEvent($"The metadata of '{Name}' does not fit."));
        }
    }

    /// <summary>What stands in its place where it cannot be read.</summary>
    public RecordedEvent Instead(DomainEvent standIn) => new(new(Position), Stream, Version, Id, Name, standIn, new(default, default));
}
