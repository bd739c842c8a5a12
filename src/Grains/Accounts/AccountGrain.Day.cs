using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;

namespace Campaigns.Grains.Accounts;

/// <summary>
/// The account's day. Publications ask for their places ahead of their due times, so that the due second needs nothing of it. It calls nobody:
/// whoever asks is told to ask the platform, and tells the answer.
/// </summary>
internal sealed partial class AccountGrain
{
    /// <summary>One asks the platform for all; whoever does not come back by then has crashed.</summary>
    private static readonly TimeSpan ReadingTakes = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMinutes(5);

    private readonly Probes probes = new();

    // Memory aids, not truth: whoever forgets them asks the platform once more.
    private DateTimeOffset readingUntil;
    private DateTimeOffset mayReadFrom;

    public Task<Outcome> SetPace(SetAccountPace ask, CommandContext by) => Handle(ask, by, account => AccountDecider.SetPace(account, ask));

    public async Task<SlotAnswer> Reserve(ReserveSlot ask)
    {
        await Refresh();
        while (true)
        {
            var answer = AccountDecider.FindSlot(State, ask, mayRead: Now >= mayReadFrom, Now);
            if (answer is SlotAnswer.ReadFirst)
                return Reading();
            if (await Record(AccountDecider.Reserve(State, ask.Publication, answer, Now), ActorId.Publisher))
                return answer;
        }
    }

    public async Task ReleaseSlot(PublicationId publication)
    {
        await Refresh();
        while (!await Record(AccountDecider.ReleaseSlot(State, publication), ActorId.Publisher))
            continue;
    }

    public async Task RecordQuota(TokenRef token, int used, int total)
    {
        await Refresh();
        while (!await Record(AccountDecider.RecordQuota(State, token, used, total, Now), ActorId.Publisher))
            continue;
        readingUntil = default;
    }

    public Task RecordQuotaUnread()
    {
        (readingUntil, mayReadFrom) = (default, Now + ReadAgainAfter);
        return Task.CompletedTask;
    }

    public async Task<DateTimeOffset> RecordBlock(TokenRef token, Problem problem)
    {
        await Refresh();
        while (!await Record(AccountDecider.RecordBlock(State, token, problem, Now), ActorId.Publisher))
            continue;
        return State is Account.Connected { Block: { } block } && block.Until > Now ? block.Until : Now;
    }

    public Task<bool> MayProbe() => Task.FromResult(probes.Take(Now));

    private SlotAnswer Reading()
    {
        if (Now < readingUntil)
            return new SlotAnswer.AskAgain();
        readingUntil = Now + ReadingTakes;
        return new SlotAnswer.ReadFirst();
    }
}
