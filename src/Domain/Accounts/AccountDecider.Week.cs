using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using static Campaigns.Domain.Accounts.Account;

namespace Campaigns.Domain.Accounts;

/// <summary>An account's week: its slots, and who has taken which.</summary>
public static partial class AccountDecider
{
    /// <summary>A slot nearer than this is left alone: a container takes a moment.</summary>
    private static readonly TimeSpan SlotAhead = TimeSpan.FromMinutes(1);

    /// <summary>How many of the slots that were passed over are named.</summary>
    private const int MostPassedOver = 50;

    /// <summary>Sets the week's slots, all at once. What is scheduled stays where it is.</summary>
    /// <param name="state">The account.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="zone">The zone meant where none is named.</param>
    public static Decision<AccountEvent> SetWeeklySlots(Account state, SetWeeklySlots ask, string zone)
    {
        if (state is not Connected account)
            return Refusal.AccountNotFound;
        var (week, refusal) = WeeklySlots.Of(ask.Zone ?? zone, ask.Slots);
        if (refusal is not null)
            return refusal;
        return account.Week.Slots.Equals(week) ? [] : [new AccountEvent.WeeklySlotsSet(week!)];
    }

    /// <summary>Has a publication take the next free slot. One that has taken a slot to come keeps it.</summary>
    public static Decision<AccountEvent> TakeWeeklySlot(Account state, PublicationId publication, DateTimeOffset now)
    {
        if (state is not Connected account)
            return Refusal.AccountNotFound;
        if (account.Week.Of(publication)?.DueAt > now)
            return [];
        if (account.Week.Slots.Slots.Count == 0)
            return Refusal.NoSlots;
        if (account.Week.Taken.Count(slot => slot.DueAt > now) >= AccountWeek.MostTaken)
            return Refusal.NoFreeSlot;
        return FreeSlots(account, now).FirstOrDefault() is { } free
            ? [new AccountEvent.WeeklySlotTaken(publication, free, now)]
            : Refusal.NoFreeSlot;
    }

    /// <summary>A publication leaves its slot.</summary>
    public static Decision<AccountEvent> FreeWeeklySlot(Account state, PublicationId publication) =>
        state is Connected account && account.Week.Of(publication) is not null ? [new AccountEvent.WeeklySlotFreed(publication)] : [];

    /// <summary>The slots that nobody has taken, the earliest first; none of an account that is not connected.</summary>
    public static IEnumerable<PlannedTime> FreeSlots(Account state, DateTimeOffset now)
    {
        if (state is not Connected account)
            return [];
        var taken = account.Week.Taken.Select(slot => slot.DueAt).ToHashSet();
        return account.Week.Slots.After(now + SlotAhead).Where(slot => !taken.Contains(slot.DueAt));
    }

    /// <summary>Which slot a publication has taken, and who has those before it; null when it has none to come.</summary>
    public static SlotExplanation? ExplainSlot(Account state, PublicationId publication, DateTimeOffset now)
    {
        if (state is not Connected account || account.Week.Of(publication) is not { } own)
            return null;
        var takers = account.Week.Taken.ToLookup(slot => slot.DueAt, slot => slot.Publication);
        var known = account.Week.Slots.After(now).TakeWhile(slot => slot.DueAt <= own.DueAt).ToList();
        return new(
            // Of a slot that is no longer one, only the instant is known.
            known.Find(slot => slot.DueAt == own.DueAt) ?? LocalTime.Now(own.DueAt, account.Week.Slots.Zone),
            [
                .. known
                    .Where(slot => slot.DueAt < own.DueAt && takers[slot.DueAt].Any())
                    .Take(MostPassedOver)
                    .Select(slot => new PassedSlot(slot, takers[slot.DueAt].First())),
            ]
        );
    }
}
