using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Orleans.Concurrency;

namespace Campaigns.Grains.Publications;

/// <summary>One post on its way to one account.</summary>
public interface IPublicationGrain : IGrainWithStringKey
{
    /// <summary>Puts it on the calendar. Asked by its campaign, which has planned it before.</summary>
    /// <param name="ask">The post as its campaign froze it.</param>
    /// <param name="commandHash">Over the client's own words: the frozen content may differ when it asks again.</param>
    /// <param name="by">Who asks.</param>
    Task<Outcome> Schedule(SchedulePublication ask, string commandHash, CommandContext by);

    /// <summary>The first outcome of a command that was accepted before, or its refusal when the body is another one; null when it is new.</summary>
    Task<Outcome?> Answered(string commandHash, CommandContext by);

    /// <summary>Moves it to another time, or to now.</summary>
    Task<Outcome> Reschedule(ReschedulePublication ask, CommandContext by);

    /// <summary>Approves its new time, where the old approval was void with the old one.</summary>
    Task<Outcome> Reapprove(ReapprovePublication ask, CommandContext by);

    /// <summary>Keeps it from going out.</summary>
    Task<Outcome> Hold(HoldPublication ask, CommandContext by);

    /// <summary>Lets it go out again.</summary>
    Task<Outcome> Release(ReleasePublication ask, CommandContext by);

    /// <summary>A person's decision about it, as it is later than its policy allows.</summary>
    Task<Outcome> DecideLate(DecideLatePublication ask, CommandContext by);

    /// <summary>Why it could not be taken back at this moment: it is public, or about to be; null when it could.</summary>
    Task<Refusal?> Objection();

    /// <summary>Takes it back before its content changes, also when it was planned only and never scheduled. Asked by its campaign.</summary>
    Task<Outcome> Forestall(WithdrawPublication ask, CommandContext by);

    /// <summary>Takes it back.</summary>
    Task<Outcome> Withdraw(WithdrawPublication ask, CommandContext by);

    /// <summary>When it is due, and why it cannot be moved; null when it has ended, or never was scheduled.</summary>
    Task<PublicationStanding?> Standing();

    /// <summary>Whether it is scheduled and has no verdict yet.</summary>
    Task<bool> IsOpen();

    /// <summary>A wake-up from outside: look at where it stands and go on. Harmless at any time.</summary>
    [OneWay]
    Task Wake();
}
