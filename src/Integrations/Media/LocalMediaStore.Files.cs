using Campaigns.Domain;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations.Media;

/// <summary>Files as such: removed, and listed a page at a time in the order of their names.</summary>
internal sealed partial class LocalMediaStore
{
    private const int Page = 1_000;

    public Task<Reply<Removed>> Delete(TenantId tenant, string key, CancellationToken ct)
    {
        if (MediaKey.Parse(key) is { } parsed && parsed.Tenant == tenant && File.Exists(FileOf(parsed)))
            File.Delete(FileOf(parsed));
        return Task.FromResult<Reply<Removed>>(new Reply<Removed>.Done(default));
    }

    public Task<Reply<StoredFiles>> List(TenantId? tenant, string? after, CancellationToken ct)
    {
        var files = FoldersOf(tenant)
            .SelectMany(owner => Directory.EnumerateFiles(owner).Order(StringComparer.Ordinal))
            .Select(file => (File: file, Key: MediaKey.Parse(Path.GetRelativePath(folder, file).Replace('\\', '/'))))
            .Where(found => found.Key is not null && string.CompareOrdinal(found.Key.Value, after) > 0)
            .Select(found => Listed(found.Key!, new FileInfo(found.File)))
            .OfType<StoredFile>()
            .Take(Page)
            .ToList();
        return Task.FromResult<Reply<StoredFiles>>(new Reply<StoredFiles>.Done(new(files, files.Count == Page ? files[^1].Key : null)));
    }

    private IEnumerable<string> FoldersOf(TenantId? tenant)
    {
        if (tenant is { } one)
            return Directory.Exists(Path.Combine(folder, one.Value)) ? [Path.Combine(folder, one.Value)] : [];
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).OrderBy(owner => $"{owner}/", StringComparer.Ordinal) : [];
    }

    /// <summary>Null when somebody removed it meanwhile.</summary>
    private static StoredFile? Listed(MediaKey key, FileInfo file) =>
        file.Exists ? new(key.Tenant, key.Value, file.Length, new(file.LastWriteTimeUtc, TimeSpan.Zero)) : null;
}
