using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations;

/// <summary>Reads the pictures that a model shall go by: stored ones, and those at public addresses.</summary>
public interface IReferencePictures
{
    /// <summary>One of them. Rejected when it is none that can be decoded, too large, or not to be had.</summary>
    Task<Reply<ReferencePicture>> Read(TenantId tenant, PictureReference reference, CancellationToken ct);
}
