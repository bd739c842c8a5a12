using Campaigns.Domain.Publications;
using Campaigns.Projections.Publications;

namespace Campaigns.Silo.Sweep;

/// <summary>
/// Remembers who was woken, so that what is due in an hour is not woken sixty times: once armed, a grain's own reminder does. What is due
/// within minutes, or overdue, is woken by every sweep; the rest again now and then, since a wake-up may be lost.
/// </summary>
internal sealed class WakeUps
{
    private static readonly TimeSpan Urgent = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    private Dictionary<PublicationId, (DateTimeOffset WakeAt, DateTimeOffset WokenAt)> known = [];
    private Dictionary<PublicationId, (DateTimeOffset WakeAt, DateTimeOffset WokenAt)> seen = [];

    /// <summary>Whether to wake it in this sweep; if so, it is noted.</summary>
    public bool Take(DuePublication due, DateTimeOffset now)
    {
        var rests =
            due.WakeAt > now + Urgent
            && known.TryGetValue(due.Publication, out var last)
            && last.WakeAt == due.WakeAt
            && now < last.WokenAt + Again;
        seen[due.Publication] = rests ? known[due.Publication] : (due.WakeAt, now);
        return !rests;
    }

    /// <summary>A sweep is over: whatever it did not see needs no waking any more.</summary>
    public void End() => (known, seen) = (seen, []);
}
