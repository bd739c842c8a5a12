namespace Campaigns.Domain.Accounts;

/// <summary>What can happen to a connected Instagram account.</summary>
public abstract record AccountEvent : DomainEvent
{
    private AccountEvent() { } // closed: every case is below

    /// <summary>It was connected; its token was tried and lies in the vault.</summary>
    /// <param name="InstagramUserId">The platform's id of it.</param>
    /// <param name="Username">As the platform names it, without <c>@</c>.</param>
    /// <param name="Token">Where its token lies.</param>
    [EventName("account.connected.v1")]
    public sealed record Connected(string InstagramUserId, string Username, TokenRef Token) : AccountEvent;

    /// <summary>The same account has a new token; what is scheduled stays.</summary>
    [EventName("account.reconnected.v1")]
    public sealed record Reconnected(string Username, TokenRef Token) : AccountEvent;

    /// <summary>The platform no longer takes its token, or restricts it.</summary>
    [EventName("account.trouble_found.v1")]
    public sealed record TroubleFound(Problem Problem) : AccountEvent;

    /// <summary>Its owner took it away; its token is forgotten.</summary>
    [EventName("account.disconnected.v1")]
    public sealed record Disconnected : AccountEvent;

    /// <summary>Nothing goes out on it until it is released.</summary>
    [EventName("account.held.v1")]
    public sealed record Held(string Reason) : AccountEvent;

    /// <summary>What is due on it may go out again.</summary>
    [EventName("account.released.v1")]
    public sealed record Released : AccountEvent;
}
