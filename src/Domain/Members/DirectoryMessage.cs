using Campaigns.Domain.Tenants;

namespace Campaigns.Domain.Members;

/// <summary>
/// What the identity provider says has changed: exactly one of its parts. It may come twice, late, and after what happened later; the times in
/// it are the provider's own, UTC.
/// </summary>
/// <param name="Id">The same for every time it is sent.</param>
public sealed record DirectoryMessage(string Id)
{
    /// <summary>Of a person.</summary>
    public PersonNews? Person { get; init; }

    /// <summary>Of someone's place in an organisation.</summary>
    public MembershipNews? Membership { get; init; }

    /// <summary>Of an organisation.</summary>
    public OrganizationNews? Organization { get; init; }

    /// <summary>That a person or an organisation is no more.</summary>
    public Departure? Gone { get; init; }
}

/// <summary>What a person is called.</summary>
/// <param name="Person">Who, <c>user_…</c>.</param>
/// <param name="Profile">Name and address.</param>
/// <param name="At">As of when.</param>
public sealed record PersonNews(ActorId Person, Profile Profile, DateTimeOffset At);

/// <summary>Name and address of a person. Printing it tells neither.</summary>
/// <param name="Name">As colleagues know them; null when they gave none.</param>
/// <param name="Email">Their first address; null when they have none.</param>
public sealed record Profile(string? Name, string? Email)
{
    /// <inheritdoc />
    public override string ToString() => nameof(Profile);
}

/// <summary>Someone's place in an organisation.</summary>
/// <param name="Tenant">The organisation.</param>
/// <param name="Person">Who.</param>
/// <param name="Role">Without <c>org:</c>.</param>
/// <param name="Profile">What they are called there, as far as the message tells.</param>
/// <param name="JoinedAt">Since when they are a member.</param>
/// <param name="At">As of when this is.</param>
/// <param name="IsOver">Whether they are no member any more.</param>
public sealed record MembershipNews(
    TenantId Tenant,
    ActorId Person,
    string Role,
    Profile Profile,
    DateTimeOffset JoinedAt,
    DateTimeOffset At,
    bool IsOver
);

/// <summary>What an organisation is called.</summary>
/// <param name="Tenant">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="At">As of when.</param>
public sealed record OrganizationNews(TenantId Tenant, string Name, DateTimeOffset At);

/// <summary>A person or an organisation is no more. Its id never comes back.</summary>
/// <param name="Id">Whose.</param>
/// <param name="At">Since when.</param>
public sealed record Departure(TenantId Id, DateTimeOffset At);
