using Campaigns.Domain.Tenants;

namespace Campaigns.EventStore.Sealing;

/// <summary>
/// Appends whose tenant's key is still being asked for, in the order in which they were made: a writer who does not wait for one append before the
/// next must not find the second one before the first.
/// </summary>
internal sealed class LateAppends
{
    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, Task> last = [];
    private int waiting;

    /// <summary>Whether nobody waits, so that an append whose key is at hand overtakes none.</summary>
    public bool IsEmpty => Volatile.Read(ref waiting) == 0;

    /// <summary>Has it queued once those before it are, and its events are sealed.</summary>
    /// <param name="tenant">Whose key is asked for.</param>
    /// <param name="encoding">Its events; a failure is its alone.</param>
    /// <param name="queue">Puts it into the writer's queue; gives its outcome.</param>
    public Task<Appended> Follow<T>(TenantId tenant, ValueTask<T> encoding, Func<T, Task<Appended>> queue)
    {
        lock (gate)
        {
            waiting++;
            var queued = InTurn(last.GetValueOrDefault(tenant, Task.CompletedTask), encoding, queue);
            last[tenant] = queued;
            _ = Leave(tenant, queued);
            return queued.Unwrap();
        }
    }

    private static async Task<Task<Appended>> InTurn<T>(Task before, ValueTask<T> encoding, Func<T, Task<Appended>> queue)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        return queue(await encoding.ConfigureAwait(false));
    }

    private async Task Leave(TenantId tenant, Task queued)
    {
        await queued.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (gate)
        {
            waiting--;
            if (ReferenceEquals(last.GetValueOrDefault(tenant), queued))
                last.Remove(tenant);
        }
    }
}
