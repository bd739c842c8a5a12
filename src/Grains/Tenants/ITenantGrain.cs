using Campaigns.Domain.Tenants;

namespace Campaigns.Grains.Tenants;

/// <summary>A tenant's settings.</summary>
public interface ITenantGrain : IGrainWithStringKey
{
    /// <summary>Sets the home zone.</summary>
    Task<Outcome> SetZone(SetZone ask, CommandContext by);

    /// <summary>Sets who must approve.</summary>
    Task<Outcome> SetApprovalPolicy(SetApprovalPolicy ask, CommandContext by);

    /// <summary>Stops everything of the tenant from going out.</summary>
    Task<Outcome> Hold(HoldTenant ask, CommandContext by);

    /// <summary>Lets things go out again.</summary>
    Task<Outcome> Release(ReleaseTenant ask, CommandContext by);

    /// <summary>Sets what holds for late posts.</summary>
    Task<Outcome> SetLatePolicy(SetLatePolicy ask, CommandContext by);

    /// <summary>Sets when nothing goes out.</summary>
    Task<Outcome> SetQuietHours(SetQuietHours ask, CommandContext by);

    /// <summary>Sets how far apart the posts of an account are kept.</summary>
    Task<Outcome> SetPace(SetPace ask, CommandContext by);

    /// <summary>Sets how much may be spent on AI in a calendar month.</summary>
    Task<Outcome> SetAiLimits(SetAiLimits ask, CommandContext by);

    /// <summary>Sets what a role may do.</summary>
    Task<Outcome> SetRolePermissions(SetRolePermissions ask, CommandContext by);

    /// <summary>Gives automation a key.</summary>
    /// <param name="ask">Which.</param>
    /// <param name="sha256">Of its secret. A repeat brings another one; the first stays.</param>
    /// <param name="by">Who asks.</param>
    Task<Outcome> CreateServiceToken(CreateServiceToken ask, string sha256, CommandContext by);

    /// <summary>Takes a key away.</summary>
    Task<Outcome> RevokeServiceToken(RevokeServiceToken ask, CommandContext by);

    /// <summary>Erases name and address of one of its people, and keeps that it did.</summary>
    Task<Outcome> ErasePerson(ErasePerson ask, CommandContext by);

    /// <summary>Plans the erasure of everything. Asked through <see cref="Erasures.IErasureGrain"/>, which then carries it out.</summary>
    Task<Outcome> Erase(EraseTenant ask, TimeSpan grace, CommandContext by);

    /// <summary>Takes it back.</summary>
    Task<Outcome> CancelErasure(CancelErasure ask, CommandContext by);

    /// <summary>Whether it is to be erased, or was.</summary>
    Task<Closing> Closing();

    /// <summary>Who may do what, and which keys automation has; of a tenant that was erased, nothing is left of that.</summary>
    Task<TenantAccess> Access();

    /// <summary>The settings as they stand, for grains that need a copy.</summary>
    Task<Tenant> Settings();
}
