using System.Data.Common;
using Campaigns.Domain;
using Campaigns.Domain.Members;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Campaigns.Grains.Members;

/// <summary>Hands on to the directory. It holds nothing, so there may be several at once.</summary>
[StatelessWorker]
internal sealed class DirectoryGrain(IMemberDirectory directory, TimeProvider clock, ILogger<DirectoryGrain> logger)
    : Grain,
        IDirectoryGrain
{
    public Task<bool> Hear(DirectoryMessage message) => Guard(now => directory.Take(message, now, CancellationToken.None));

    public Task Saw(TenantId tenant, ActorId person, string role) =>
        Guard(now => directory.Saw(tenant, person, role, now, CancellationToken.None));

    public Task Used(TenantId tenant, ServiceTokenId token) => Guard(now => directory.Used(tenant, token, now, CancellationToken.None));

    public Task<bool> Erase(TenantId tenant, ActorId person) => Guard(now => directory.Erase(tenant, person, now, CancellationToken.None));

    public Task Looked(TenantId tenant, ActorId person, string what) =>
        Guard(now => directory.Looked(tenant, person, what, now, CancellationToken.None));

    private Task<bool> Guard(Func<DateTimeOffset, Task> work) =>
        Guard(async now =>
        {
            await work(now);
            return true;
        });

    private async Task<T> Guard<T>(Func<DateTimeOffset, Task<T>> work)
    {
        try
        {
            return await work(clock.GetUtcNow());
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            logger.LogWarning(e, "The directory of members is away");
            throw new StoreAwayException(e.Message);
        }
    }
}
