using System.Text;
using System.Text.Json;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore.Serialization;
using Campaigns.Keys;
using Orleans.Storage;

namespace Campaigns.Grains.EventSourcing;

/// <summary>
/// Snapshots under their tenant's key, bound to the grain whose they are. One that is plain, or whose key is destroyed or missing, counts as none: a
/// snapshot is a cache.
/// </summary>
internal sealed class SealedSnapshots(IGrainStorage inner, ITenantKeys keys) : IGrainStorage
{
    private const byte Format = 2; // events and tokens begin otherwise

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var kept = new GrainState<SealedSnapshot>(new());
        await inner.ReadStateAsync(stateName, grainId, kept);
        (grainState.ETag, grainState.RecordExists) = (kept.ETag, false);
        if (!kept.RecordExists || kept.State is not { Sealed.Length: > 0 } snapshot || await Find(snapshot.KeyId) is not { } key)
            return;
        grainState.State = JsonSerializer.Deserialize<T>(key.Open(snapshot.Sealed, Place(stateName, grainId)), EventJson.Options)!;
        grainState.RecordExists = true;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = await keys.ForSealing(TenantId.Parse(grainId.Key.ToString()!.Split('/')[0]));
        var plain = JsonSerializer.SerializeToUtf8Bytes(grainState.State, EventJson.Options);
        var snapshot = new SealedSnapshot { KeyId = key.Id, Sealed = key.Seal(plain, Place(stateName, grainId)) };
        var kept = new GrainState<SealedSnapshot>(snapshot) { ETag = grainState.ETag, RecordExists = grainState.RecordExists };
        await inner.WriteStateAsync(stateName, grainId, kept);
        (grainState.ETag, grainState.RecordExists) = (kept.ETag, kept.RecordExists);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.ClearStateAsync(stateName, grainId, grainState);

    private async Task<DataKey?> Find(Guid id)
    {
        if (!keys.TryFind(id, out var found))
        {
            await keys.Learn([id]);
            keys.TryFind(id, out found);
        }
        return found.Key;
    }

    private static byte[] Place(string stateName, GrainId grainId) => [Format, .. Encoding.UTF8.GetBytes($"{stateName}\n{grainId}")];
}

/// <summary>What the storage keeps of a snapshot.</summary>
internal sealed class SealedSnapshot
{
    /// <summary>The key it is under.</summary>
    public Guid KeyId { get; set; }

    /// <summary>Nonce, ciphertext and tag.</summary>
    public byte[] Sealed { get; set; } = [];
}
