using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;
using Orleans.Concurrency;

namespace Campaigns.Grains.Accounts;

/// <summary>Tries a token before it is kept. Has no state of its own, so a slow platform holds up nobody else.</summary>
[StatelessWorker]
internal sealed class AccountConnectionGrain(IInstagram instagram, ITokenVault vault) : Grain, IAccountConnectionGrain
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(5);

    public async Task<ConnectionOutcome> Connect(string token, CommandContext by)
    {
        if (TextRule.Check("token", token, 4000) is { } refusal)
            return new(new Outcome.Refused(refusal), null);
        if (!token.All(sign => sign is > ' ' and <= '~')) // it becomes part of a header, where a line break would begin another
            return new(new Outcome.Refused(Refusal.TokenMalformed), null);
        return await instagram.WhoIs(token, CancellationToken.None) switch
        {
            Reply<InstagramUser>.Done { Value: var user } => await Connect(user, token, by),
            Reply<InstagramUser>.Rejected { Problem: var problem } => new(new Outcome.Refused(Refusal.TokenRefused(problem)), null),
            _ => new(new Outcome.Unavailable(AskAgainAfter), null), // asking changed nothing
        };
    }

    private async Task<ConnectionOutcome> Connect(InstagramUser user, string token, CommandContext by)
    {
        var tenant = TenantId.Parse(this.GetPrimaryKeyString());
        var id = new AccountId(DerivedId.From($"{tenant}\ninstagram\n{user.Id}"));
        var account = GrainFactory.Account(tenant, id);
        var hash = CommandHash.Of(new TokenOffered(token));
        try
        {
            if (await account.Answered(hash, by) is { } first)
                return new(first, id);
            var former = (await account.Describe() as Account.Connected)?.Token;
            var name = new TokenRef(DerivedId.From(tenant, by.Command, $"token {user.Id}"));
            await vault.Keep(tenant, name, token, CancellationToken.None);
            var outcome = await account.Connect(new(user.Id, user.Username, name), hash, by);
            if (outcome is Outcome.Accepted && former is { } old && old != name)
                await vault.Forget(tenant, old, CancellationToken.None);
            return new(outcome, id);
        }
        catch (Exception e) when (e is StoreAwayException or TokenVaultUnavailableException)
        {
            return new(new Outcome.Unavailable(AskAgainAfter), null);
        }
    }

    /// <summary>What the command's hash is taken over.</summary>
    private sealed record TokenOffered(string Token);
}
