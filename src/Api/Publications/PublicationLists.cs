using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.Reading;
using Campaigns.Projections;
using Campaigns.Projections.Publications;

namespace Campaigns.Api.Publications;

/// <summary>Reads pages of publications.</summary>
public sealed class PublicationLists(Viewer viewer, PublicationReader publications, CalendarReader calendar)
{
    private static readonly PublicationOrderInput Earliest = new(PublicationOrder.DueAt);

    internal async Task<Connection<PublicationView>> Publications(
        PublicationFilterInput? where,
        PublicationOrderInput? order,
        Page page,
        CancellationToken ct
    )
    {
        var tenant = await viewer.Of(ReadModels.Publications, ct);
        var (by, direction) = order ?? Earliest;
        return await page.Read(
            request => publications.Page(tenant, (where ?? new()).ToFilter(), by, direction.ToDirection(), request, ct),
            row => new PublicationView(row)
        );
    }

    internal async Task<Connection<CalendarEntry>> Calendar(PublicationFilterInput where, Page page, CancellationToken ct)
    {
        var tenant = await viewer.Of(ReadModels.Calendar, ct);
        return await page.Read(
            request => calendar.Page(tenant, where.ToFilter(), Earliest.By, Earliest.Direction.ToDirection(), request, ct),
            row => new CalendarEntry(row)
        );
    }
}
