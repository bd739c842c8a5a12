using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Publications;

/// <summary>Reads the calendar as one tenant. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class CalendarReader
{
    private readonly TenantTable<CalendarRow> table;

    internal CalendarReader(TenantQuery query) => table = new(query);

    /// <summary>One page of the calendar, by due time or by last change.</summary>
    /// <exception cref="InvalidCursorException">A cursor is none of this order.</exception>
    public Task<RowPage<CalendarRow>> Page(
        TenantId tenant,
        PublicationFilter filter,
        PublicationOrder order,
        Direction direction,
        PageRequest request,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(request);
        return table.Page(tenant, PublicationReader.Meeting(filter), PublicationReader.Ordered(order, direction), request, ct);
    }
}
