using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.Reading;
using Campaigns.Projections;
using Campaigns.Projections.History;

namespace Campaigns.Api.History;

/// <summary>Reads pages of what happened.</summary>
public sealed class Histories(Viewer viewer, HistoryReader history)
{
    internal async Task<Connection<HistoryEntry>> Read(HistoryFilterInput? where, OrderDirection order, Page page, CancellationToken ct)
    {
        var tenant = await viewer.Of(ReadModels.History, ct);
        return await page.Read(
            request => history.Page(tenant, (where ?? new()).ToFilter(), order.ToDirection(), request, ct),
            row => new HistoryEntry(row)
        );
    }
}
