using System.Collections.Concurrent;
using Campaigns.Api.Commands;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;

namespace Campaigns.Api.Auth;

/// <summary>
/// Asks the tenant's grain, and believes the answer for a few seconds: a permission or a key that was taken away is gone everywhere within
/// <see cref="Fresh"/>. While the grain cannot be reached, the last answer holds for <see cref="Usable"/>.
/// </summary>
internal sealed class RememberedAccess(IGrainFactory grains, TimeProvider clock) : ITenantAccess
{
    /// <summary>How long an answer is believed.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>How long while no newer one can be had.</summary>
    public static readonly TimeSpan Usable = TimeSpan.FromMinutes(1);

    private const int MostTenants = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<TenantId, Remembered> known = new();

    /// <inheritdoc />
    public async ValueTask<TenantAccess> Of(TenantId tenant, CancellationToken ct)
    {
        var last = known.GetValueOrDefault(tenant);
        if (last is not null && clock.GetUtcNow() - last.At < Fresh)
            return last.Access;
        var asked = clock.GetUtcNow();
        try
        {
            var access = await Ask(tenant, last, ct);
            if (known.Count >= MostTenants)
                known.Clear(); // cheaper than keeping account of who came last, and asked again within seconds anyway
            known[tenant] = new(access, asked);
            return access;
        }
        // Whatever keeps the grain from answering comes as one of many exceptions.
        catch (Exception away) when (away is not OutOfMemoryException && !ct.IsCancellationRequested)
        {
            return last is not null && asked - last.At < Usable ? last.Access : throw new TenantAccessUnavailableException(away);
        }
    }

    /// <inheritdoc />
    public bool IsAtHand(TenantId tenant) => known.ContainsKey(tenant);

    // Who was never asked here is asked until another silo has taken the tenant over; else the last answer does for so long.
    private async Task<TenantAccess> Ask(TenantId tenant, Remembered? last, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await grains.Tenant(tenant).Access().WaitAsync(Patience, clock, ct);
            }
            catch (Exception lost) when (LostSilo.Is(lost) && last is null && clock.GetElapsedTime(began) < LostSilo.Patience)
            {
                await Task.Delay(LostSilo.Breath, clock, ct);
            }
        }
    }

    private sealed record Remembered(TenantAccess Access, DateTimeOffset At);
}
