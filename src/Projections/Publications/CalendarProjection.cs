using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Projections.Publications;

/// <summary>One row per publication, for the calendar page. Table: <c>read.calendar</c>.</summary>
internal sealed class CalendarProjection : IRowProjection<Guid, CalendarRow>
{
    public string Name => ReadModels.Calendar;

    public IReadOnlyCollection<string> Categories => ["publication"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) => [recorded.AggregateId];

    public CalendarRow? Fold(Guid id, CalendarRow? row, RecordedEvent recorded) =>
        (row, recorded.Event) switch
        {
            (null, Scheduled e) => Begin(id, e, recorded),
            (null, _) => null,
            (_, Rescheduled e) => Touched(row, recorded) with { DueAt = e.When.DueAt, DueLocal = e.When.Local, Zone = e.When.Zone },
            (_, WentLive e) => Touched(row, recorded) with { LiveAt = e.At },
            _ => Touched(row, recorded),
        };

    private static CalendarRow Begin(Guid id, Scheduled e, RecordedEvent recorded) =>
        new(
            recorded.Tenant.Value,
            id,
            e.Content.Campaign.Uuid,
            e.Content.Item.Uuid,
            e.Target.Account.Uuid,
            e.Target.Username,
            e.Content.Platform,
            e.Content.Kind,
            e.Content.Caption,
            e.Content.Media.Url.AbsoluteUri,
            e.When.DueAt,
            e.When.Local,
            e.When.Zone,
            PublicationStage.Waiting,
            PublicationStatus.Scheduled,
            LiveAt: null,
            UpdatedAt: recorded.At,
            recorded.Place
        );

    private static CalendarRow Touched(CalendarRow row, RecordedEvent recorded) =>
        row with
        {
            Stage = PublicationStages.After(row.Stage, recorded.Event),
            Status = PublicationStages.After(row.Status, recorded.Event),
            UpdatedAt = recorded.At,
            LastPosition = recorded.Place,
        };
}
