using Campaigns.Domain;
using Campaigns.Domain.Generations;

namespace Campaigns.Integrations.Models;

/// <summary>What came of one call to a model. A call that failed may have been charged all the same, so its usage is told beside the reply.</summary>
/// <param name="Reply">What was answered.</param>
/// <param name="Model">As the reply named it; the one that was asked where it named none.</param>
/// <param name="Usage">As the provider measured it.</param>
/// <param name="RequestId">The provider's own id of the call, for asking them about it; null when it gave none.</param>
public sealed record Attempted<T>(Reply<T> Reply, string Model, MeasuredUsage Usage, string? RequestId = null);
