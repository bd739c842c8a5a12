using Campaigns.Domain;
using Campaigns.Domain.Members;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations;

/// <summary>
/// Who belongs to which tenant, and what people are called: the one place that holds it. Everything here may be repeated, and throws a
/// <see cref="System.Data.Common.DbException"/> while the database is away.
/// </summary>
public interface IMemberDirectory
{
    /// <summary>Takes in what the identity provider says. False: it was taken in before.</summary>
    /// <param name="message">In any order; what is older than what is known changes nothing.</param>
    /// <param name="now">When it came, UTC.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<bool> Take(DirectoryMessage message, DateTimeOffset now, CancellationToken ct);

    /// <summary>Notes that someone came with a token of the tenant: their id and role, which is all that a token tells.</summary>
    Task Saw(TenantId tenant, ActorId person, string role, DateTimeOffset now, CancellationToken ct);

    /// <summary>Erases name and address of someone in one tenant. False: the tenant knows nobody of this id.</summary>
    Task<bool> Erase(TenantId tenant, ActorId person, DateTimeOffset now, CancellationToken ct);

    /// <summary>Erases someone everywhere, for good: in how many tenants they were known.</summary>
    Task<int> EraseEverywhere(ActorId person, DateTimeOffset now, CancellationToken ct);

    /// <summary>Notes that a service token was shown.</summary>
    Task Used(TenantId tenant, ServiceTokenId token, DateTimeOffset now, CancellationToken ct);

    /// <summary>Notes that an operator looks at something, before they see it.</summary>
    Task Looked(TenantId tenant, ActorId person, string what, DateTimeOffset now, CancellationToken ct);
}
