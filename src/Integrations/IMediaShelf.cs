using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations;

/// <summary>All files of a tenant at once.</summary>
public interface IMediaShelf
{
    /// <summary>What is there, in no particular order.</summary>
    IAsyncEnumerable<ShelvedMedia> List(TenantId tenant, CancellationToken ct);

    /// <summary>Deletes everything. Repeating finishes what was begun.</summary>
    /// <returns>How many files there were.</returns>
    /// <exception cref="IOException">A file could not be deleted; those before it are.</exception>
    Task<long> Empty(TenantId tenant, CancellationToken ct);
}

/// <summary>A file that is kept.</summary>
/// <param name="Key">Its key.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its checksum, hexadecimal.</param>
public sealed record ShelvedMedia(string Key, string ContentType, long Bytes, string Sha256);
