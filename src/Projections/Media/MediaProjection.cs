using System.Collections.Concurrent;
using System.Reflection;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Media;

/// <summary>
/// One row per file that was uploaded, or that an AI job made. Table: <c>read.media</c>. That a file was removed is told by
/// <c>read.media_holders</c>, since a row belongs to one stream.
/// </summary>
internal sealed class MediaProjection : IRowProjection<Guid, MediaRow>
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Media, PropertyInfo MadeBy)?> Results = new();

    public string Name => ReadModels.Media;

    public IReadOnlyCollection<string> Categories => ["mediafile", "generation"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) =>
        FileOf(recorded) is { } file && MediaFileId.Of(file.Asset.Key) is { } id ? [id] : [];

    /// <summary>A file is told of once.</summary>
    public bool IsOf(MediaRow row, RecordedEvent recorded) => row.Generation is null || row.Generation == recorded.AggregateId;

    public MediaRow? Fold(Guid id, MediaRow? row, RecordedEvent recorded)
    {
        if (row is not null || FileOf(recorded) is not var (asset, madeBy))
            return row;
        return new(
            recorded.Tenant.Value,
            id,
            asset.Key,
            asset,
            asset.IsVideo,
            asset.Kind,
            madeBy is null ? MediaSource.Upload : MediaSource.Generation,
            madeBy is null ? null : recorded.AggregateId,
            madeBy?.Provider,
            madeBy?.Model,
            madeBy?.PromptVersion,
            recorded.Actor,
            recorded.At,
            recorded.Place
        );
    }

    private static (MediaAsset Asset, Provenance? MadeBy)? FileOf(RecordedEvent recorded)
    {
        if (recorded.Event is MediaFileEvent.Uploaded uploaded)
            return (uploaded.Media, null);
        // What a job made: an event of one with a file and what made it.
        var result = Results.GetOrAdd(recorded.Event.GetType(), ResultOf);
        return recorded.Stream.Category == "generation" && result is var (media, madeBy)
            ? ((MediaAsset)media.GetValue(recorded.Event)!, (Provenance)madeBy.GetValue(recorded.Event)!)
            : null;
    }

    private static (PropertyInfo, PropertyInfo)? ResultOf(Type type) =>
        type.GetProperty("Media") is { } media
        && media.PropertyType == typeof(MediaAsset)
        && type.GetProperty("MadeBy") is { } madeBy
        && madeBy.PropertyType == typeof(Provenance)
            ? (media, madeBy)
            : null;
}
