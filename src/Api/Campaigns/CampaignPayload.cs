using Campaigns.Api.Commands;
using Campaigns.Api.Reading;
using Campaigns.Domain.Campaigns;
using Campaigns.Grains;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Campaigns;

/// <summary>What came of a command to a campaign.</summary>
/// <param name="CampaignId">Which campaign; null when it was refused.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record CampaignPayload(CampaignId? CampaignId, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    /// <summary>The campaign as it is now, with this change; null when the command was refused.</summary>
    public IDataLoaderResult<CampaignView?>? Campaign([FromServices] Lookups lookups) =>
        CampaignId is { } id ? lookups.After(Receipt).Campaign(id.Uuid) : null;

    internal static CampaignPayload From(Outcome outcome, CampaignId id) =>
        outcome.ToPayload((receipt, errors) => new CampaignPayload(receipt is null ? null : id, receipt, errors));
}

/// <summary>What came of a command to a post.</summary>
/// <param name="CampaignId">Its campaign; null when it was refused.</param>
/// <param name="ItemId">Which post; null when it was refused.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record PostPayload(CampaignId? CampaignId, ItemId? ItemId, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    /// <summary>The campaign as it is now, with this change; null when the command was refused.</summary>
    public IDataLoaderResult<CampaignView?>? Campaign([FromServices] Lookups lookups) =>
        CampaignId is { } id ? lookups.After(Receipt).Campaign(id.Uuid) : null;

    /// <summary>The post as it is now, with this change; null when the command was refused, and when the post was taken out.</summary>
    public IDataLoaderResult<PostView?>? Post([FromServices] Lookups lookups) =>
        ItemId is { } id ? lookups.After(Receipt).Post(id.Uuid) : null;

    internal static PostPayload From(Outcome outcome, CampaignId campaign, ItemId item) =>
        outcome.ToPayload(
            (receipt, errors) =>
                receipt is null ? new PostPayload(null, null, null, errors) : new PostPayload(campaign, item, receipt, errors)
        );
}
