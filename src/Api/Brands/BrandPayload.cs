using Campaigns.Api.Commands;
using Campaigns.Api.Reading;
using Campaigns.Domain.Brands;
using Campaigns.Grains;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Brands;

/// <summary>What came of a command to a brand.</summary>
/// <param name="BrandId">Which brand; null when it was refused.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record BrandPayload(BrandId? BrandId, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    /// <summary>The brand as it is now, with this change; null when the command was refused.</summary>
    public IDataLoaderResult<BrandView?>? Brand([FromServices] Lookups lookups) =>
        BrandId is { } id ? lookups.After(Receipt).Brand(id.Uuid) : null;

    internal static BrandPayload From(Outcome outcome, BrandId? id) =>
        outcome.ToPayload((receipt, errors) => new BrandPayload(receipt is null ? null : id, receipt, errors));
}
