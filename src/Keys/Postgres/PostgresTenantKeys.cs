using System.Collections.Concurrent;
using Campaigns.Domain.Tenants;

namespace Campaigns.Keys.Postgres;

/// <summary>Keys as this process knows them, for a bounded time.</summary>
internal sealed class PostgresTenantKeys(KeyTable table, TenantKeysOptions options, TimeProvider clock) : ITenantKeys
{
    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<TenantId, Held> writing = new();
    private readonly ConcurrentDictionary<Guid, Known> known = new();
    private readonly ConcurrentDictionary<TenantId, Lazy<Task<DataKey>>> asking = new();
    private readonly ConcurrentDictionary<Guid, byte> renewing = new();

    public TimeSpan Lifetime => options.Lifetime;

    public ValueTask<DataKey> ForSealing(TenantId tenant, CancellationToken ct)
    {
        if (writing.TryGetValue(tenant, out var held))
        {
            var age = clock.GetElapsedTime(held.At);
            if (age >= options.Lifetime / 2)
                _ = Quietly(AskOnce(tenant)); // whoever needs it once it is too old asks again, and hears why
            if (age < options.Lifetime && held.TakeOne())
                return new(held.Key);
        }
        return new(AskOnce(tenant).WaitAsync(ct));
    }

    public bool TryFind(Guid id, out FoundKey found)
    {
        found = default;
        if (!known.TryGetValue(id, out var entry))
            return false;
        var age = clock.GetElapsedTime(entry.At);
        if (age >= options.Lifetime)
            return false;
        found = entry.Found;
        if (age >= options.Lifetime / 2 && !entry.Found.IsDestroyed && renewing.TryAdd(id, 0))
            _ = Renew(id);
        return true;
    }

    public async Task Learn(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var asked = clock.GetTimestamp(); // before the question: what is destroyed while it is answered counts from here
        var found = await table.Find(ids, ct);
        if (known.Count > MostKept)
            known.Clear();
        foreach (var (id, one) in found)
            known[id] = new(one, asked);
        foreach (var id in ids.Except(found.Select(one => one.Id)))
            known[id] = new(default, asked); // not there; no other ever passes for that, or a reader beside this would take its events for lost
    }

    public async Task<Guid> Rotate(TenantId tenant, CancellationToken ct)
    {
        var former = await ForSealing(tenant, ct);
        var next = await table.Make(tenant, former.Id, options.MostSeals, ct);
        writing.TryRemove(tenant, out _);
        return next;
    }

    public async Task<IReadOnlyList<Guid>> Destroy(TenantId tenant, CancellationToken ct)
    {
        var ids = await table.Destroy(tenant, ct);
        writing.TryRemove(tenant, out _);
        foreach (var id in ids)
            known.TryRemove(id, out _);
        return ids;
    }

    /// <summary>One question a tenant at a time, however many wait for its key. It is nobody's in particular, so nobody's leaving ends it.</summary>
    private Task<DataKey> AskOnce(TenantId tenant)
    {
        if (asking.TryGetValue(tenant, out var asked))
            return asked.Value;
        // Off the caller's scheduler and context: it may be a grain's, and its request's.
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            return asking.GetOrAdd(tenant, one => new(() => Task.Run(() => Ask(one)))).Value;
    }

    private async Task<DataKey> Ask(TenantId tenant)
    {
        try
        {
            while (true)
            {
                var asked = clock.GetTimestamp(); // before the question: what is destroyed while it is answered counts from here
                var held = writing.GetValueOrDefault(tenant);
                var portion = held is { IsUsedUp: false } ? 0 : options.Portion;
                if (await table.Reserve(tenant, portion, options.MostSeals, CancellationToken.None) is not { } key)
                    await table.Make(tenant, former: null, options.MostSeals - options.Portion + 1, CancellationToken.None);
                else if (portion == 0 && held!.Key.Id == key.Id)
                    return Kept(held, asked);
                else if (portion > 0)
                    return Kept(new(key, portion - 1), asked); // one is the caller's
                else
                    writing.TryRemove(tenant, out _); // another process made a new one: a portion of that
            }
        }
        finally
        {
            asking.TryRemove(tenant, out _);
        }
    }

    private DataKey Kept(Held held, long at)
    {
        if (writing.Count > MostKept)
            writing.Clear();
        held.At = at;
        writing[held.Key.Tenant] = held;
        known[held.Key.Id] = new(new(held.Key, IsDestroyed: false), at);
        return held.Key;
    }

    private async Task Renew(Guid id)
    {
        await Quietly(Learn([id], CancellationToken.None));
        renewing.TryRemove(id, out _);
    }

    private static async Task Quietly(Task ahead) => await ahead.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private sealed record Known(FoundKey Found, long At);

    /// <summary>A key to seal with, and how often this process still may.</summary>
    private sealed class Held(DataKey key, long portion)
    {
        private long left = portion;
        private long at;

        public DataKey Key { get; } = key;

        /// <summary>When it was last looked up, by the clock's timestamp.</summary>
        public long At
        {
            get => Volatile.Read(ref at);
            set => Volatile.Write(ref at, value);
        }

        public bool IsUsedUp => Volatile.Read(ref left) <= 0;

        public bool TakeOne() => Interlocked.Decrement(ref left) >= 0;
    }
}
