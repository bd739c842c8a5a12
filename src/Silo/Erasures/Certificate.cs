using Campaigns.Domain;
using Campaigns.Domain.Erasures;
using Campaigns.Domain.Tenants;

namespace Campaigns.Silo.Erasures;

/// <summary>A certificate outside the log, a line of JSON: kept beside backups, it says what a restore must erase anew.</summary>
/// <param name="Tenant">Who was erased.</param>
/// <param name="AskedBy">Who asked for it.</param>
/// <param name="AskedAt">When, UTC.</param>
/// <param name="CertifiedAt">When all was gone, UTC.</param>
/// <param name="Keys">The keys that were destroyed.</param>
/// <param name="Removed">What was deleted beside the log.</param>
internal sealed record Certificate(
    TenantId Tenant,
    ActorId AskedBy,
    DateTimeOffset AskedAt,
    DateTimeOffset CertifiedAt,
    IReadOnlyList<Guid> Keys,
    IReadOnlyList<Removal> Removed
);
