using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Accounts;

/// <summary>Keeps one connected account.</summary>
internal sealed partial class AccountGrain(Journal journal, ITokenVault vault, ILogger<AccountGrain> logger)
    : EventSourcedGrain<Account, AccountEvent>(journal, logger),
        IAccountGrain
{
    private static readonly TimeSpan ForgetAgainAfter = TimeSpan.FromSeconds(5);

    protected override string Category => "account";

    public Task<Outcome> Connect(ConnectAccount ask, string commandHash, CommandContext by) =>
        HandleAs(commandHash, by, account => AccountDecider.Connect(account, ask));

    public Task<Outcome?> Answered(string commandHash, CommandContext by) => Ask(_ => FirstOutcome(commandHash, by));

    public async Task<Outcome> Disconnect(DisconnectAccount ask, CommandContext by)
    {
        var outcome = await Handle(ask, by, AccountDecider.Disconnect);
        // Also when repeated: a crash may have come between the event and the forgetting.
        if (outcome is not Outcome.Accepted || State is not Account.Disconnected gone)
            return outcome;
        try
        {
            await vault.Forget(Tenant, gone.Token, CancellationToken.None);
            return outcome;
        }
        catch (TokenVaultUnavailableException e)
        {
            Logger.LogWarning(e, "Account {Key}: its token could not be forgotten yet", this.GetPrimaryKeyString());
            return new Outcome.Unavailable(ForgetAgainAfter);
        }
    }

    public Task<Outcome> Hold(HoldAccount ask, CommandContext by) => Handle(ask, by, account => AccountDecider.Hold(account, ask));

    public Task<Outcome> Release(ReleaseAccount ask, CommandContext by) => Handle(ask, by, AccountDecider.Release);

    public Task<Account> Describe() =>
        Ask(account =>
            account is Account.Connected connected ? connected with { Quota = AccountQuota.None, Week = AccountWeek.None } : account
        );

    public async Task RecordTrouble(TokenRef token, Problem problem)
    {
        await Refresh();
        await Record(AccountDecider.RecordTrouble(State, token, problem), ActorId.Publisher);
        probes.Postpone(Now);
    }
}
