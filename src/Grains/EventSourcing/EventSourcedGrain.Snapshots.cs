using System.Text.Json;
using Campaigns.Domain;
using Campaigns.EventStore;
using Campaigns.EventStore.Serialization;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.EventSourcing;

/// <summary>Its cached fold.</summary>
internal abstract partial class EventSourcedGrain<TState, TEvent>
    where TState : IFold<TState, TEvent>
    where TEvent : DomainEvent
{
    private async Task ReadSnapshot()
    {
        if (snapshotRead)
            return;
        snapshotRead = true;
        try
        {
            await journal.Snapshots.ReadStateAsync(Category, this.GetGrainId(), snapshot);
            if (!snapshot.RecordExists || snapshot.State?.SchemaVersion != TState.SnapshotVersion)
                return;
            State = snapshot.State.State.Deserialize<TState>(EventJson.Options)!;
            version = snapshot.State.Version;
            _ = LogPosition.TryParse(snapshot.State.Position, out position);
            origin = snapshot.State.Origin;
            foreach (var command in snapshot.State.Answered)
                answered.Note(command);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A cache: the log has everything. What was half read is thrown away.
            logger.LogWarning(e, "{Stream}: its snapshot could not be read; reading the whole stream", Stream);
            (State, version, position, origin) = (TState.Initial, 0, LogPosition.Start, null);
            answered.Clear();
        }
    }

    private async Task WriteSnapshot()
    {
        if (version - (snapshot.State?.Version ?? 0) < SnapshotEvery)
            return;
        snapshot.State = new()
        {
            SchemaVersion = TState.SnapshotVersion,
            Version = version,
            Position = position.ToString(),
            State = JsonSerializer.SerializeToElement(State, EventJson.Options),
            Origin = origin,
            Answered = [.. answered.All],
        };
        try
        {
            await journal.Snapshots.WriteStateAsync(Category, this.GetGrainId(), snapshot);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            logger.LogWarning(e, "{Stream}: its snapshot could not be written", Stream); // a cache: the next one will do
        }
    }
}
