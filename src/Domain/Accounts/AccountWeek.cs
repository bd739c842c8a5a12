using System.Collections.Immutable;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;

namespace Campaigns.Domain.Accounts;

/// <summary>An account's week: when it likes to publish, and which of the times to come are taken.</summary>
/// <param name="Slots">The times of the week.</param>
/// <param name="Taken">The earliest first. One that has passed is forgotten when the next is taken.</param>
public sealed record AccountWeek(WeeklySlots Slots, ImmutableList<TakenSlot> Taken)
{
    /// <summary>The most slots that can be taken at a time: what keeps a state bounded.</summary>
    public const int MostTaken = 500;

    /// <summary>No slots, none taken.</summary>
    public static AccountWeek None { get; } = new(WeeklySlots.None, []);

    /// <summary>What a publication has taken; null when nothing.</summary>
    public TakenSlot? Of(PublicationId publication) => Taken.Find(slot => slot.Publication == publication);

    internal AccountWeek With(PublicationId publication, DateTimeOffset dueAt, DateTimeOffset now)
    {
        var left = Taken.RemoveAll(slot => slot.Publication == publication || slot.DueAt <= now);
        var after = left.FindIndex(slot => slot.DueAt > dueAt);
        return this with { Taken = left.Insert(after < 0 ? left.Count : after, new(publication, dueAt)) };
    }

    internal AccountWeek Without(PublicationId publication) =>
        this with
        {
            Taken = Taken.RemoveAll(slot => slot.Publication == publication),
        };
}

/// <summary>A slot that is taken.</summary>
/// <param name="Publication">By which publication.</param>
/// <param name="DueAt">Which, UTC.</param>
public sealed record TakenSlot(PublicationId Publication, DateTimeOffset DueAt);
