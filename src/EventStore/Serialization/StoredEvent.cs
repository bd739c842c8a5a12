using System.Text.Json;

namespace Campaigns.EventStore.Serialization;

/// <summary>An event as an adapter holds it.</summary>
internal readonly record struct StoredEvent(
    ulong Position,
    StreamName Stream,
    long Version,
    Guid Id,
    string Name,
    byte[] Metadata,
    byte[] Data
)
{
    /// <summary>Reads it; whatever cannot be read becomes an <see cref="UnreadableEvent"/> in its place.</summary>
    public RecordedEvent Read(EventCodec codec)
    {
        try
        {
            return new(new(Position), Stream, Version, Id, Name, codec.Decode(Name, Data), MetadataCodec.Decode(Metadata));
        }
        catch (Exception misfit) when (misfit is JsonException or FormatException)
        {
            var unreadable = new UnreadableEvent($"The metadata of '{Name}' does not fit.");
            return new(new(Position), Stream, Version, Id, Name, unreadable, new(default, default));
        }
    }
}
