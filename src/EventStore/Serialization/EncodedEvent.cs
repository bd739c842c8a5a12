namespace Campaigns.EventStore.Serialization;

/// <summary>An event as it goes into the table.</summary>
internal readonly record struct EncodedEvent(Guid Id, string Name, string? Command, DateTime RecordedAt, byte[] Metadata, byte[] Data)
{
    /// <summary>What it is sealed under; null: plain.</summary>
    public Guid? KeyId { get; init; }

    public static EncodedEvent From(NewEvent happened, EventCodec codec) =>
        new(
            happened.Id,
            codec.NameOf(happened.Event),
            happened.Metadata.Command?.Value,
            happened.Metadata.RecordedAt.UtcDateTime,
            MetadataCodec.Encode(happened.Metadata),
            EventCodec.Encode(happened.Event)
        );
}
