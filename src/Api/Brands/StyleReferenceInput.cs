using Campaigns.Domain;
using Campaigns.Domain.Brands;

namespace Campaigns.Api.Brands;

/// <summary>A picture that those drawn for a brand shall look like.</summary>
/// <param name="BrandId">Which brand.</param>
/// <param name="MediaKey">Key of a picture of the gallery.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record StyleReferenceInput(BrandId BrandId, string MediaKey, CommandId? CommandId = null);
