using Campaigns.Domain.Accounts;
using Campaigns.Domain.Tenants;

namespace Campaigns.Domain.Hindrances;

/// <summary>How an account is, and since when. Times are UTC.</summary>
/// <param name="State">How it is.</param>
/// <param name="HeldAt">When a person last held it; null where nobody knows.</param>
/// <param name="TroubledAt">When its present trouble was found, or it was disconnected; null where nobody knows.</param>
public sealed record AccountStanding(Account State, DateTimeOffset? HeldAt = null, DateTimeOffset? TroubledAt = null)
{
    /// <summary>Nobody connected it.</summary>
    public static AccountStanding Initial { get; } = new(Account.Initial);

    /// <summary>Whether anything is the matter with it whose beginning one may want to know.</summary>
    public static bool IsTroubled(Account account) =>
        account is Account.Disconnected or Account.Connected { Trouble: not null } or Account.Connected { HeldBecause: not null };

    /// <summary>How it is after one event more.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="at">When.</param>
    public AccountStanding After(AccountEvent happened, DateTimeOffset at)
    {
        var then = this with { State = Account.Evolve(State, happened) };
        return happened switch
        {
            AccountEvent.Held when State is Account.Connected { HeldBecause: null } => then with { HeldAt = at },
            AccountEvent.TroubleFound when State is Account.Connected { Trouble: null } => then with { TroubledAt = at },
            AccountEvent.Disconnected => then with { TroubledAt = at },
            _ => then,
        };
    }
}

/// <summary>A tenant's settings, and since when nothing of it goes out. Times are UTC.</summary>
/// <param name="State">The settings.</param>
/// <param name="HeldAt">When a person last pulled the kill switch; null where nobody did.</param>
public sealed record TenantStanding(Tenant State, DateTimeOffset? HeldAt = null)
{
    /// <summary>One that never said anything.</summary>
    public static TenantStanding Initial { get; } = new(Tenant.Initial);

    /// <summary>How it is after one event more.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="at">When.</param>
    public TenantStanding After(TenantEvent happened, DateTimeOffset at)
    {
        var then = this with { State = Tenant.Evolve(State, happened) };
        return happened is TenantEvent.Held && State.HeldBecause is null ? then with { HeldAt = at } : then;
    }
}
