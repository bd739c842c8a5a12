using System.Text.Json;
using Campaigns.EventStore;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Bench.Append;

/// <summary>One row as the log would store it.</summary>
internal readonly record struct Row(
    string Stream,
    long Version,
    DateTime RecordedAt,
    Guid Id,
    string Name,
    string Tenant,
    string? Command,
    byte[] Metadata,
    byte[] Data
)
{
    /// <summary>The columns of the tables that the limits write to: those of <c>log.events</c>, with the same constraints.</summary>
    public const string Columns = "version, recorded_at, event_id, stream, name, tenant, command_id, metadata, data";

    private static readonly EventCodec Codec = new();

    public static Row From(StreamName stream, long version, NewEvent e) =>
        new(
            stream.Value,
            version,
            e.Metadata.RecordedAt.UtcDateTime,
            e.Id,
            Codec.NameOf(e.Event),
            stream.Tenant.Value,
            e.Metadata.Command?.Value,
            JsonSerializer.SerializeToUtf8Bytes(e.Metadata, EventJson.Options),
            EventCodec.Encode(e.Event)
        );
}
