using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Tenants;

/// <summary>Keeps a tenant's settings.</summary>
internal sealed class TenantGrain(Journal journal, ILogger<TenantGrain> logger)
    : EventSourcedGrain<Tenant, TenantEvent>(journal, logger),
        ITenantGrain
{
    protected override string Category => "tenant";

    public Task<Outcome> SetZone(SetZone ask, CommandContext by) => Handle(ask, by, tenant => TenantDecider.SetZone(tenant, ask));

    public Task<Outcome> SetApprovalPolicy(SetApprovalPolicy ask, CommandContext by) =>
        Handle(ask, by, tenant => TenantDecider.SetApprovalPolicy(tenant, ask));

    public Task<Outcome> Hold(HoldTenant ask, CommandContext by) => Handle(ask, by, tenant => TenantDecider.Hold(tenant, ask));

    public Task<Outcome> Release(ReleaseTenant ask, CommandContext by) => Handle(ask, by, TenantDecider.Release);

    public Task<Outcome> SetLatePolicy(SetLatePolicy ask, CommandContext by) =>
        Handle(ask, by, tenant => TenantDecider.SetLatePolicy(tenant, ask));

    public Task<Outcome> SetQuietHours(SetQuietHours ask, CommandContext by) =>
        Handle(ask, by, tenant => TenantDecider.SetQuietHours(tenant, ask));

    public Task<Outcome> SetPace(SetPace ask, CommandContext by) => Handle(ask, by, tenant => TenantDecider.SetPace(tenant, ask));

    public Task<Outcome> SetAiLimits(SetAiLimits ask, CommandContext by) =>
        Handle(ask, by, tenant => TenantDecider.SetAiLimits(tenant, ask));

    public Task<Outcome> SetRolePermissions(SetRolePermissions ask, CommandContext by) =>
        Handle(ask, by, tenant => AccessDecider.SetRole(tenant, ask));

    public Task<Outcome> CreateServiceToken(CreateServiceToken ask, string sha256, CommandContext by) =>
        Handle(ask, by, tenant => AccessDecider.Create(tenant, ask, sha256, by.Actor, Now));

    public Task<Outcome> RevokeServiceToken(RevokeServiceToken ask, CommandContext by) =>
        Handle(ask, by, tenant => AccessDecider.Revoke(tenant, ask));

    public Task<Tenant> Settings() => Ask(tenant => tenant);
}
