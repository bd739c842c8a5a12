using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.EventStore;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.History;
using Microsoft.Extensions.DependencyInjection;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Tests.History;

public sealed class Following_what_happens(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    private static readonly ChangeFilter AnyCampaign = new("campaign");

    private ChangeReader Changes => database.Services.GetRequiredService<ChangeReader>();

    [Fact]
    public async Task goes_on_behind_the_last_page()
    {
        var start = await Changes.Head(Given.Club);
        for (var n = 0; n < 5; n++)
            await Append(n, new Created($"{n}", "brief", null), new Renamed($"{n}!"));
        await database.Project();

        var (names, position) = (new List<string>(), start);
        for (ChangePage page; (page = await Changes.After(Given.Club, AnyCampaign, position, 3)).Rows.Count > 0; position = page.Position)
            names.AddRange(page.Rows.Select(row => row.Summary));

        Assert.Equal(10, names.Count);
        Assert.Equal(10, names.Distinct().Count());
        Assert.Equal(await Changes.Head(Given.Club), position);
    }

    [Fact]
    public async Task passes_over_what_is_not_followed_and_does_not_look_at_it_again()
    {
        var start = await Changes.Head(Given.Club);
        await Append(20, new Created("20", "brief", null));
        await database.Project();

        var page = await Changes.After(Given.Club, new("account"), start, 3);

        Assert.Empty(page.Rows);
        Assert.Equal(await Changes.Head(Given.Club), page.Position);
    }

    [Fact]
    public async Task never_goes_back()
    {
        var far = $"{ulong.Parse(await Changes.Head(Given.Club), System.Globalization.CultureInfo.InvariantCulture) + 1000}";

        var page = await Changes.After(Given.Club, AnyCampaign, far, 3);

        Assert.Empty(page.Rows);
        Assert.Equal(far, page.Position);
    }

    [Fact]
    public async Task of_another_tenant_gives_nothing()
    {
        await Append(30, new Created("30", "brief", null));
        await database.Project();

        var page = await Changes.After(Given.Bakery, AnyCampaign with { Aggregate = Given.Campaign(30).Uuid }, "0", 3);

        Assert.Empty(page.Rows);
    }

    [Fact]
    public void knows_every_event_of_a_campaign_that_changes_items()
    {
        var named = typeof(CampaignEvent)
            .GetNestedTypes()
            .Where(type => type != typeof(PublicationPlanned) && type != typeof(SeriesPlanned)) // of other streams: they change no item
            .Where(type => type == typeof(Written) || type.GetProperty("Item") is not null)
            .Select(type => type.GetCustomAttributes(typeof(EventNameAttribute), false).Cast<EventNameAttribute>().Single().Name);

        Assert.Equal(named.Order(StringComparer.Ordinal), ItemChanges.Names.Order(StringComparer.Ordinal));
    }

    private Task<Appended> Append(int campaign, params DomainEvent[] events) =>
        database.Append(StreamName.Of("campaign", Given.Club, Given.Campaign(campaign).Value), events);
}
