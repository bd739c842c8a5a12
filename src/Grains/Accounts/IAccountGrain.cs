using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;

namespace Campaigns.Grains.Accounts;

/// <summary>A connected Instagram account.</summary>
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Connects it, or connects it anew. Its token was tried and lies in the vault.</summary>
    /// <param name="ask">Whose account it is, and where the token lies.</param>
    /// <param name="commandHash">Over the client's own words, the token included.</param>
    /// <param name="by">Who asks.</param>
    Task<Outcome> Connect(ConnectAccount ask, string commandHash, CommandContext by);

    /// <summary>The first outcome of a command that was accepted before, or its refusal when the body is another one; null when it is new.</summary>
    Task<Outcome?> Answered(string commandHash, CommandContext by);

    /// <summary>Takes it away and forgets its token.</summary>
    Task<Outcome> Disconnect(DisconnectAccount ask, CommandContext by);

    /// <summary>Stops everything on it from going out.</summary>
    Task<Outcome> Hold(HoldAccount ask, CommandContext by);

    /// <summary>Lets things go out on it again.</summary>
    Task<Outcome> Release(ReleaseAccount ask, CommandContext by);

    /// <summary>Sets how far apart its posts are kept.</summary>
    Task<Outcome> SetPace(SetAccountPace ask, CommandContext by);

    /// <summary>Keeps a place in its day for a publication, or says why not. It has one place at most: a repeated question may move it.</summary>
    Task<SlotAnswer> Reserve(ReserveSlot ask);

    /// <summary>A publication gives its place back: it certainly is not public.</summary>
    Task ReleaseSlot(PublicationId publication);

    /// <summary>Sets the times of the week at which it likes to publish, all at once.</summary>
    Task<Outcome> SetWeeklySlots(SetWeeklySlots ask, CommandContext by);

    /// <summary>Has a publication take the next free slot of the week. A repeated question gets the same slot.</summary>
    Task<SlotTaking> TakeWeeklySlot(PublicationId publication);

    /// <summary>A publication leaves its slot of the week.</summary>
    Task FreeWeeklySlot(PublicationId publication);

    /// <summary>Which slot of the week a publication has taken, and who has those before it; null when it has none to come.</summary>
    Task<SlotExplanation?> ExplainSlot(PublicationId publication);

    /// <summary>The times of the week at which it likes to publish.</summary>
    Task<WeeklySlots> WeeklySlots();

    /// <summary>The next slots that nobody has taken.</summary>
    Task<FreeSlots> NextFreeSlots(int first);

    /// <summary>What the platform said of its quota, asked with this token.</summary>
    Task RecordQuota(TokenRef token, int used, int total);

    /// <summary>The platform would not say: what is known has to do for a while.</summary>
    Task RecordQuotaUnread();

    /// <summary>The platform blocks the account; until when nothing is tried on it, UTC.</summary>
    Task<DateTimeOffset> RecordBlock(TokenRef token, Problem problem);

    /// <summary>Whether the asker may try, by a call that changes nothing, if the platform takes the token again. Few may, and seldom.</summary>
    Task<bool> MayProbe();

    /// <summary>The account as it stands, without its day, for grains that need a copy.</summary>
    Task<Account> Describe();

    /// <summary>A publication found that the platform no longer takes the account's token, or restricts it.</summary>
    Task RecordTrouble(TokenRef token, Problem problem);
}
