using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Projections.Tests.Publications;

/// <summary>Events of one publication, and its rows after them.</summary>
internal static class Publishing
{
    public static readonly DateTimeOffset Due = Given.Nine.AddHours(1);
    public static readonly ContainerId C1 = new("c-1");

    public static readonly Scheduled Planned = Given.Scheduled(Due);
    public static readonly ContainerCreated Uploaded = new(C1, Given.Nine.AddMinutes(50));
    public static readonly ContainerReady Ready = new(C1);
    public static readonly PublishStarted Started = new(C1, 1, Due);
    public static readonly WentLive Live = new(new MediaId("m-1"), LiveProof.PublishReply, Due.AddSeconds(2));

    public static CalendarRow? Calendar(params DomainEvent[] events) => Row(new CalendarProjection(), events);

    public static PublicationRow? Ledger(params DomainEvent[] events) => Row(new PublicationsProjection(), events);

    public static DueRow? ToWake(params DomainEvent[] events) => Row(new DueProjection(), events);

    private static TRow? Row<TRow>(IRowProjection<Guid, TRow> projection, DomainEvent[] events)
        where TRow : class =>
        Rows.From(projection, Given.Recorded(StreamName.Of("publication", Given.Club, Given.Publication().Value), events))
            .SingleOrDefault();
}
