using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations;

namespace Campaigns.Silo.Sweep;

/// <summary>Those of a tenant's keys that something points at, or that something mentioned which changed after a moment.</summary>
internal delegate Task<IReadOnlySet<string>> KeysPointedAt(
    TenantId tenant,
    IReadOnlyCollection<string> keys,
    DateTimeOffset since,
    CancellationToken ct
);

/// <summary>Takes a file out of the gallery, where it is in there. Harmless at any time.</summary>
internal delegate Task ForgetMedia(TenantId tenant, string key, CancellationToken ct);

/// <summary>Whether all that stood in the log when it was asked has been read into what tells what points at files.</summary>
internal delegate Task<bool> HasReadAll(CancellationToken ct);

/// <summary>
/// Deletes stored files that nothing points at. It keeps away from what is younger than <see cref="MediaLife.Unused"/> and
/// <see cref="MediaLife.Safety"/> together, and from what an event younger than the latter mentions: whatever is put to use meanwhile is
/// younger, so that no lock is needed. A sweep may be cut off anywhere, and two at once do no harm.
/// </summary>
internal sealed class MediaSweep(
    IMediaStore store,
    KeysPointedAt pointedAt,
    ForgetMedia forget,
    HasReadAll hasReadAll,
    TimeProvider clock,
    ILogger<MediaSweep> logger
)
{
    /// <summary>Looks at every file, and deletes what nothing points at.</summary>
    /// <param name="dryRun">Only tells what it would delete.</param>
    /// <param name="tell">Is told of each.</param>
    /// <param name="ct">Cuts it off.</param>
    /// <returns>Null when it could not be known what points at files: then nothing is deleted.</returns>
    public async Task<MediaSweepReport?> Sweep(bool dryRun, Action<StoredFile>? tell, CancellationToken ct)
    {
        if (!await hasReadAll(ct))
            return null;
        var began = clock.GetUtcNow();
        var report = new MediaSweepReport(0, 0, 0, 0);
        string? after = null;
        do
        {
            var reply = await store.List(null, after, ct);
            if (reply is not Reply<StoredFiles>.Done { Value: var page })
                return Interrupted(report, reply);
            report = report with { Seen = report.Seen + page.Files.Count };
            foreach (var files in page.Files.Where(file => IsOld(file, began)).GroupBy(file => file.Tenant))
                report = await Sweep(files.Key, [.. files], began, dryRun, tell, report, ct);
            after = page.Next;
        } while (after is not null);
        return report;
    }

    private async Task<MediaSweepReport> Sweep(
        TenantId tenant,
        IReadOnlyList<StoredFile> files,
        DateTimeOffset began,
        bool dryRun,
        Action<StoredFile>? tell,
        MediaSweepReport report,
        CancellationToken ct
    )
    {
        var used = await pointedAt(tenant, [.. files.Select(file => file.Key)], began - MediaLife.Safety, ct);
        foreach (var file in files.Where(file => !used.Contains(file.Key)))
        {
            tell?.Invoke(file);
            if (!dryRun)
            {
                await forget(tenant, file.Key, ct); // first, so that nobody is shown what is not there
                if (await store.Delete(tenant, file.Key, ct) is not Reply<Removed>.Done)
                {
                    report = report with { Failed = report.Failed + 1 }; // the next sweep finds it again
                    continue;
                }
            }
            report = report with { Deleted = report.Deleted + 1, Bytes = report.Bytes + file.Bytes };
        }
        return report;
    }

    /// <summary>By our clock, which is in its name, and by the store's.</summary>
    private static bool IsOld(StoredFile file, DateTimeOffset now) =>
        now - file.KeptAt > MediaLife.Unused + MediaLife.Safety
        && now - (MediaLife.Begin(file.Key) ?? file.KeptAt) > MediaLife.Unused + MediaLife.Safety;

    private MediaSweepReport Interrupted(MediaSweepReport report, Reply<StoredFiles> reply)
    {
        logger.LogWarning("The store does not list its files any more: {Reply}", reply.GetType().Name);
        return report with { Failed = report.Failed + 1 };
    }
}

/// <summary>What a sweep of stored files came to.</summary>
/// <param name="Seen">How many files there were.</param>
/// <param name="Deleted">How many of them are gone, or would be.</param>
/// <param name="Bytes">Of those.</param>
/// <param name="Failed">What the store would not do: it is tried again by the next sweep.</param>
internal sealed record MediaSweepReport(int Seen, int Deleted, long Bytes, int Failed);
