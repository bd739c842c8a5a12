using Campaigns.Api.Commands;
using Campaigns.Api.Reading;
using Campaigns.Domain.Publications;
using Campaigns.Grains;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Publications;

/// <summary>What came of a command to a publication.</summary>
/// <param name="PublicationId">Which publication; null when it was refused.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record PublicationPayload(PublicationId? PublicationId, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    /// <summary>The publication as it is now, with this change; null when the command was refused.</summary>
    public IDataLoaderResult<PublicationView?>? Publication([FromServices] Lookups lookups) =>
        PublicationId is { } id ? lookups.After(Receipt).Publication(id.Uuid) : null;

    internal static PublicationPayload From(Outcome outcome, PublicationId id) =>
        outcome.ToPayload((receipt, errors) => new PublicationPayload(receipt is null ? null : id, receipt, errors));
}
