using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations.Media;

/// <summary>All files of a tenant: they have a folder of their own.</summary>
internal sealed partial class LocalMediaStore : IMediaShelf
{
    public async IAsyncEnumerable<ShelvedMedia> List(TenantId tenant, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var path in Files(tenant).Order(StringComparer.Ordinal))
        {
            if (MediaKey.Parse($"{tenant}/{Path.GetFileName(path)}") is not { } key)
                continue; // half written
            await using var file = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                Piece,
                useAsync: true
            );
            yield return new(key.Value, key.ContentType, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)));
        }
    }

    public Task<long> Empty(TenantId tenant, CancellationToken ct)
    {
        var deleted = 0L;
        foreach (var path in Files(tenant))
        {
            ct.ThrowIfCancellationRequested();
            File.Delete(path);
            deleted++;
        }
        if (Directory.Exists(FolderOf(tenant)))
            Directory.Delete(FolderOf(tenant), recursive: true);
        return Task.FromResult(deleted);
    }

    private string FolderOf(TenantId tenant) => Path.Combine(folder, tenant.Value);

    private List<string> Files(TenantId tenant) =>
        Directory.Exists(FolderOf(tenant)) ? [.. Directory.EnumerateFiles(FolderOf(tenant), "*", SearchOption.AllDirectories)] : [];
}
