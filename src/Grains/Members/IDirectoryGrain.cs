using Campaigns.Domain;
using Campaigns.Domain.Members;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Members;

/// <summary>
/// The way to the directory of members for processes that may not write. Any call may throw <see cref="StoreAwayException"/>.
/// </summary>
public interface IDirectoryGrain : IGrainWithStringKey
{
    /// <summary>Takes in what the identity provider says. False: it was taken in before.</summary>
    Task<bool> Hear(DirectoryMessage message);

    /// <summary>Notes that someone came with a token of the tenant.</summary>
    Task Saw(TenantId tenant, ActorId person, string role);

    /// <summary>Notes that a service token was shown.</summary>
    Task Used(TenantId tenant, ServiceTokenId token);

    /// <summary>Erases name and address of someone in one tenant. False: the tenant knows nobody of this id.</summary>
    Task<bool> Erase(TenantId tenant, ActorId person);

    /// <summary>Notes that an operator looks at something; once it is done, they may.</summary>
    Task Looked(TenantId tenant, ActorId person, string what);
}
