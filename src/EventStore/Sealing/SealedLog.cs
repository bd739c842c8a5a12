using System.Security.Cryptography;
using Campaigns.EventStore.Serialization;
using Campaigns.Keys;

namespace Campaigns.EventStore.Sealing;

/// <summary>Between events and the rows they are stored as: seals what is appended, and opens what is read. Without keys all is plain.</summary>
internal sealed class SealedLog(EventCodec codec, ITenantKeys? keys)
{
    /// <summary>Streams of this category tell that tenants were erased, so they are under no tenant's key.</summary>
    private const string Plain = "erasure";

    /// <summary>Events as they go into the table. Done at once whenever the tenant's key is at hand.</summary>
    /// <exception cref="EventStoreUnavailableException">The table of keys could not be reached.</exception>
    /// <exception cref="TenantErasedException">Nothing is written for the tenant any more.</exception>
    public ValueTask<EncodedEvent[]> Encode(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken ct)
    {
        var encoded = new EncodedEvent[events.Count];
        for (var i = 0; i < encoded.Length; i++)
            encoded[i] = EncodedEvent.From(events[i], codec);
        if (keys is null || stream.Category == Plain)
            return new(encoded);
        var asking = keys.ForSealing(stream.Tenant, ct);
        return asking.IsCompletedSuccessfully
            ? new(Seal(encoded, asking.Result, stream, expectedVersion))
            : new(SealLater(encoded, asking, stream, expectedVersion));
    }

    private static async Task<EncodedEvent[]> SealLater(
        EncodedEvent[] encoded,
        ValueTask<DataKey> asking,
        StreamName stream,
        long expectedVersion
    )
    {
        try
        {
            return Seal(encoded, await asking, stream, expectedVersion);
        }
        catch (KeysUnavailableException e)
        {
            throw new EventStoreUnavailableException(e.Message, e);
        }
    }

    private static EncodedEvent[] Seal(EncodedEvent[] encoded, DataKey key, StreamName stream, long expectedVersion)
    {
        for (var i = 0; i < encoded.Length; i++)
            encoded[i] = EventSeal.Seal(encoded[i], key, stream, expectedVersion + i + 1);
        return encoded;
    }

    /// <summary>Reads an event, if it is plain or its key is at hand; else false, and <see cref="Read"/> can.</summary>
    public bool TryRead(in StoredEvent stored, out RecordedEvent recorded)
    {
        recorded = null!;
        if (stored.KeyId is not { } id)
            recorded = stored.Read(codec);
        else if (keys is null)
            recorded = stored.Instead(new UnreadableEvent($"'{stored.Name}' is encrypted, and there are no keys here."));
        else if (keys.TryFind(id, out var found))
            recorded = Open(stored, found);
        else
            return false;
        return true;
    }

    /// <summary>Reads events, in their order, and looks up what keys are missing.</summary>
    /// <exception cref="EventStoreUnavailableException">The table of keys could not be reached.</exception>
    public async Task<List<RecordedEvent>> Read(IReadOnlyList<StoredEvent> page, CancellationToken ct)
    {
        var read = new List<RecordedEvent>(page.Count);
        foreach (var stored in page)
            read.Add(TryRead(stored, out var recorded) ? recorded : await Learned(page, stored, ct));
        return read;
    }

    private async Task<RecordedEvent> Learned(IReadOnlyList<StoredEvent> page, StoredEvent stored, CancellationToken ct)
    {
        var missing = page.Select(one => one.KeyId).OfType<Guid>().Distinct().Where(id => !keys!.TryFind(id, out _)).ToList();
        for (var tries = 0; tries < 3; tries++) // however short the keys' life is set
        {
            try
            {
                await keys!.Learn(missing, ct);
            }
            catch (KeysUnavailableException e)
            {
                throw new EventStoreUnavailableException(e.Message, e);
            }
            if (TryRead(stored, out var recorded))
                return recorded;
            missing = [stored.KeyId!.Value];
        }
        throw new EventStoreUnavailableException("Keys are forgotten faster than they are used.");
    }

    private RecordedEvent Open(in StoredEvent stored, FoundKey found)
    {
        if (found.IsDestroyed)
            return stored.Instead(new ErasedEvent());
        if (found.Key is not { } key)
            return stored.Instead(new UnreadableEvent($"The key of '{stored.Name}', {stored.KeyId}, is not there."));
        try
        {
            return EventSeal.Open(stored, key, codec);
        }
        catch (AuthenticationTagMismatchException)
        {
            return stored.Instead(
                new UnreadableEvent($"The seal of '{stored.Name}' is broken: it was changed, or put where it does not belong.")
            );
        }
    }
}
