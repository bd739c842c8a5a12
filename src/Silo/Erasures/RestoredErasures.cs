using Campaigns.Domain;
using Campaigns.Domain.Erasures;
using Campaigns.EventStore;
using Campaigns.Integrations;
using Campaigns.Keys;

namespace Campaigns.Silo.Erasures;

/// <summary>
/// Erases anew, in a database that was restored from a backup, whoever was erased since the backup was made. Before it serves: what a silo has in its
/// memory is not waited for.
/// </summary>
internal sealed class RestoredErasures(
    IEventStore events,
    ITenantKeys keys,
    ITenantRemains remains,
    IMediaShelf media,
    IPlainEvents plain,
    TimeProvider clock
)
{
    /// <summary>Erases one, also when nothing of it is there. Repeating finishes what was begun.</summary>
    /// <returns>False when it has events from before there were keys, which must be encrypted first; then nothing was touched.</returns>
    public async Task<bool> Reapply(Certificate certificate, CancellationToken ct = default)
    {
        var tenant = certificate.Tenant;
        if (await plain.Any(tenant, ct))
            return false;
        var destroyed = await keys.Destroy(tenant, ct);
        var removed = await remains.Remove(tenant, ct);
        var files = await media.Empty(tenant, ct);
        await Certify(certificate, [.. certificate.Keys.Union(destroyed)], [.. removed, new("media", files)], ct);
        return true;
    }

    /// <summary>Where the restored log has no certificate yet.</summary>
    private async Task Certify(Certificate certificate, IReadOnlyList<Guid> destroyed, IReadOnlyList<Removal> removed, CancellationToken ct)
    {
        var stream = StreamName.Of("erasure", certificate.Tenant);
        var (state, version) = (Erasure.Initial, 0L);
        await foreach (var recorded in events.Read(stream, ct: ct))
            (state, version) = (Erasure.Evolve(state, (ErasureEvent)recorded.Event), recorded.Version);
        if (state is Erasure.Complete)
            return;
        var now = clock.GetUtcNow();
        var metadata = new EventMetadata(ActorId.Eraser, now);
        var fact = new ErasureEvent.Certified(certificate.AskedBy, certificate.AskedAt, destroyed, removed);
        await events.Append(stream, version, [new(Guid.CreateVersion7(now), fact, metadata)], ct);
    }
}
