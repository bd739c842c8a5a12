using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;

namespace Campaigns.Projections.Tests;

/// <summary>Read models that hold something of everything, of one tenant.</summary>
public sealed class FilledDatabase : IAsyncLifetime
{
    public ReadModelsDatabase Database { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        await Database.Append(StreamName.Of("tenant", Given.Club), new TenantEvent.ZoneSet("Europe/Lisbon"));
        await Database.Append(StreamName.Of("brand", Given.Club, Given.Brand().Value), new BrandEvent.Created(new("Padaria", "pt-PT")));
        await Database.Append(
            StreamName.Of("account", Given.Club, Given.Account().Value),
            new AccountEvent.Connected("17841", "club", new TokenRef(Given.Uuid(9)))
        );
        await Database.Append(
            StreamName.Of("campaign", Given.Club, Given.Campaign().Value),
            new CampaignEvent.Created("Bread", "Sell bread", Given.Brand()),
            new CampaignEvent.ItemAdded(Given.Item(1), Given.Post("first")),
            new CampaignEvent.ItemAdded(Given.Item(2), Given.Post("second")),
            new CampaignEvent.ItemAdded(Given.Item(3), Given.Post("third")),
            new CampaignEvent.ApprovalRequested(Given.Item(2), "hash", null),
            new CampaignEvent.ItemApproved(Given.Item(3), "hash", Given.Ana, null)
        );
        await Database.Append(
            StreamName.Of("generation", Given.Club, Given.Generation().Value),
            new GenerationEvent.ImageRequested(Given.Campaign(), Given.Item(), "A loaf", AspectRatio.Portrait)
        );
        await Database.Append(
            StreamName.Of("publication", Given.Club, Given.Publication(1).Value),
            Given.Scheduled(Given.Nine.AddHours(2))
        );
        await Database.Append(
            StreamName.Of("publication", Given.Club, Given.Publication(2).Value),
            Given.Scheduled(Given.Nine.AddHours(1)),
            new PublicationEvent.Withdrawn("Changed my mind")
        );
        await Database.Project();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
