using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations.VercelBlob;

/// <summary>All files of a tenant at once, page by page.</summary>
internal sealed class BlobShelf(IMediaStore store) : IMediaShelf
{
    public async IAsyncEnumerable<ShelvedMedia> List(TenantId tenant, [EnumeratorCancellation] CancellationToken ct)
    {
        string? after = null;
        do
        {
            var page = Told(await store.List(tenant, after, ct));
            foreach (var file in page.Files)
                if (await store.Open(file.Key, ct) is { } stored)
                    await using (stored.Content)
                        yield return new(
                            file.Key,
                            stored.ContentType,
                            file.Bytes,
                            Convert.ToHexStringLower(await SHA256.HashDataAsync(stored.Content, ct))
                        );
            after = page.Next;
        } while (after is not null);
    }

    public async Task<long> Empty(TenantId tenant, CancellationToken ct)
    {
        var deleted = 0L;
        // Always the first page: what is deleted is listed no more.
        while (Told(await store.List(tenant, after: null, ct)).Files is { Count: > 0 } files)
            foreach (var file in files)
            {
                Told(await store.Delete(tenant, file.Key, ct));
                deleted++;
            }
        return deleted;
    }

    private static T Told<T>(Reply<T> reply) =>
        reply switch
        {
            Reply<T>.Done done => done.Value,
            Reply<T>.Busy { Problem: var problem } => throw new IOException(problem.Message),
            Reply<T>.Rejected { Problem: var problem } => throw new IOException(problem.Message),
            Reply<T>.Broken { Problem: var problem } => throw new IOException(problem.Message),
            Reply<T>.Unclear { Problem: var problem } => throw new IOException(problem.Message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
