using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;
using Campaigns.Keys;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Tenants;

/// <summary>Keeps a tenant's settings.</summary>
internal sealed class TenantGrain(Journal journal, ILogger<TenantGrain> logger)
    : EventSourcedGrain<Tenant, TenantEvent>(journal, logger),
        ITenantGrain
{
    protected override string Category => "tenant";

    public Task<Outcome> SetZone(SetZone ask, CommandContext by) => Open(ask, by, tenant => TenantDecider.SetZone(tenant, ask));

    public Task<Outcome> SetApprovalPolicy(SetApprovalPolicy ask, CommandContext by) =>
        Open(ask, by, tenant => TenantDecider.SetApprovalPolicy(tenant, ask));

    public Task<Outcome> Hold(HoldTenant ask, CommandContext by) => Open(ask, by, tenant => TenantDecider.Hold(tenant, ask));

    public Task<Outcome> Release(ReleaseTenant ask, CommandContext by) => Open(ask, by, TenantDecider.Release);

    public Task<Outcome> SetLatePolicy(SetLatePolicy ask, CommandContext by) =>
        Open(ask, by, tenant => TenantDecider.SetLatePolicy(tenant, ask));

    public Task<Outcome> SetQuietHours(SetQuietHours ask, CommandContext by) =>
        Open(ask, by, tenant => TenantDecider.SetQuietHours(tenant, ask));

    public Task<Outcome> SetPace(SetPace ask, CommandContext by) => Open(ask, by, tenant => TenantDecider.SetPace(tenant, ask));

    public Task<Outcome> Erase(EraseTenant ask, TimeSpan grace, CommandContext by) =>
        Handle(ask, by, tenant => TenantDecider.Erase(tenant, Tenant, ask, by.Actor, Now, grace));

    public Task<Outcome> CancelErasure(CancelErasure ask, CommandContext by) =>
        Handle(ask, by, tenant => TenantDecider.CancelErasure(tenant, Now));

    public async Task<Closing> Closing()
    {
        try
        {
            return await Ask(tenant => tenant.Erasure is null ? Tenants.Closing.Open : Tenants.Closing.Erasing);
        }
        catch (TenantErasedException)
        {
            return Tenants.Closing.Erased;
        }
    }

    public Task<Outcome> SetAiLimits(SetAiLimits ask, CommandContext by) => Open(ask, by, tenant => TenantDecider.SetAiLimits(tenant, ask));

    public Task<Outcome> SetRolePermissions(SetRolePermissions ask, CommandContext by) =>
        Open(ask, by, tenant => AccessDecider.SetRole(tenant, ask));

    public Task<Outcome> CreateServiceToken(CreateServiceToken ask, string sha256, CommandContext by) =>
        Open(ask, by, tenant => AccessDecider.Create(tenant, ask, sha256, by.Actor, Now));

    public Task<Outcome> RevokeServiceToken(RevokeServiceToken ask, CommandContext by) =>
        Open(ask, by, tenant => AccessDecider.Revoke(tenant, ask));

    // Rows first: what is kept as done is done, and a repeat finds nothing left to erase.
    public Task<Outcome> ErasePerson(ErasePerson ask, CommandContext by) =>
        Guard(async () =>
            await GrainFactory.Directory().Erase(Tenant, ask.Person)
                ? await Handle(ask, by, _ => AccessDecider.Erase(ask))
                : new Outcome.Refused(Refusal.MemberNotFound)
        );

    public async Task<TenantAccess> Access()
    {
        try
        {
            return await Ask(tenant => tenant.Access);
        }
        catch (TenantErasedException)
        {
            return TenantAccess.None; // its people are still who they are, and are told that it is gone
        }
    }

    public Task<Tenant> Settings() => Ask(tenant => tenant);

    /// <summary>Carries out a command, unless everything is to be erased.</summary>
    private Task<Outcome> Open<TCommand>(TCommand ask, CommandContext by, Func<Tenant, Decision<TenantEvent>> decide) =>
        Handle(ask, by, tenant => TenantDecider.UnlessErasing(tenant, decide));
}
