using System.Collections.Concurrent;
using System.Globalization;
using Campaigns.Grains.EventSourcing;
using Orleans.Storage;

namespace Campaigns.Grains.Tests.Limits;

/// <summary>Grain storage that outlives clusters, as the database does, and that may be away.</summary>
internal sealed class LastingStorage : IGrainStorage
{
    private readonly SnapshotSerializer serializer = new();
    private readonly ConcurrentDictionary<string, (BinaryData Data, int Version)> kept = new();

    public bool IsAway { get; set; }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ThrowIfAway();
        grainState.RecordExists = kept.TryGetValue(Key(stateName, grainId), out var row);
        grainState.State = grainState.RecordExists ? serializer.Deserialize<T>(row.Data) : Activator.CreateInstance<T>();
        grainState.ETag = grainState.RecordExists ? row.Version.ToString(CultureInfo.InvariantCulture) : null;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ThrowIfAway();
        var key = Key(stateName, grainId);
        lock (kept)
        {
            var version = kept.TryGetValue(key, out var row) ? row.Version : 0;
            if (grainState.ETag != (version == 0 ? null : version.ToString(CultureInfo.InvariantCulture)))
                throw new InconsistentStateException("Another wrote it.");
            kept[key] = (serializer.Serialize(grainState.State), version + 1);
            (grainState.ETag, grainState.RecordExists) = ((version + 1).ToString(CultureInfo.InvariantCulture), true);
        }
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        kept.TryRemove(Key(stateName, grainId), out _);
        return Task.CompletedTask;
    }

    private static string Key(string name, GrainId id) => $"{name}/{id}";

    private void ThrowIfAway()
    {
        if (IsAway)
            throw new TimeoutException("The database is away.");
    }
}
