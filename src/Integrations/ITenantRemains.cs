using Campaigns.Domain.Erasures;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations;

/// <summary>What lies of a tenant beside the log: rows of read models, snapshots, reminders, tokens, messages to webhooks.</summary>
public interface ITenantRemains
{
    /// <summary>Deletes all of it, piece by piece. Repeating finishes what was begun.</summary>
    /// <returns>How many rows of which table.</returns>
    /// <exception cref="TenantRemainsUnavailableException">The database is away; what was deleted before is.</exception>
    Task<IReadOnlyList<Removal>> Remove(TenantId tenant, CancellationToken ct);
}

/// <summary>The database is away, or refuses.</summary>
public sealed class TenantRemainsUnavailableException(string message, Exception inner) : Exception(message, inner);
