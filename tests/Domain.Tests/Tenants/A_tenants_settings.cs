using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using static Campaigns.Domain.Tenants.TenantEvent;

namespace Campaigns.Domain.Tests.Tenants;

public sealed class A_tenants_settings
{
    [Fact]
    public void start_in_utc_with_approval_and_no_hold() =>
        Assert.Equal(new Tenant("Etc/UTC", ApprovalPolicy.Internal, HeldBecause: null), Tenant.Initial);

    [Fact]
    public void take_a_zone_that_the_database_knows() =>
        Given().When(SetZone("America/Sao_Paulo")).Then(new ZoneSet("America/Sao_Paulo")).AndAgainNothing();

    [Theory]
    [InlineData("")]
    [InlineData("europe/lisbon")]
    [InlineData("UTC+03:00")]
    [InlineData("Mars/Olympus")]
    public void refuse_any_other_zone(string zone) => Given().When(SetZone(zone)).ThenRefused("time.unknown_zone", "zone");

    [Fact]
    public void take_an_approval_policy() =>
        Given().When(SetPolicy(ApprovalPolicy.None)).Then(new ApprovalPolicySet(ApprovalPolicy.None)).AndAgainNothing();

    [Fact]
    public void take_a_hold()
    {
        Given().When(Hold("Crisis.")).Then(new Held("Crisis.")).AndAgainNothing();
        Given(new Held("Crisis.")).When(Hold("Strike.")).Then(new Held("Strike."));
    }

    [Fact]
    public void refuse_a_hold_without_a_reason_or_with_a_speech()
    {
        Given().When(Hold(" ")).ThenRefused("input.required", "reason");
        Given().When(Hold(new('x', 501))).ThenRefused("input.too_long", "reason");
        Given().When(Hold("be\u0007ll")).ThenRefused("input.malformed", "reason");
    }

    [Fact]
    public void let_go_of_a_hold_once()
    {
        Given(new Held("Crisis.")).When(Release).Then(new Released()).AndAgainNothing();
        Given().When(Release).ThenNothing();
    }

    private static Func<Tenant, Decision<TenantEvent>> SetZone(string zone) => tenant => TenantDecider.SetZone(tenant, new(zone));

    private static Func<Tenant, Decision<TenantEvent>> SetPolicy(ApprovalPolicy policy) =>
        tenant => TenantDecider.SetApprovalPolicy(tenant, new(policy));

    private static Func<Tenant, Decision<TenantEvent>> Hold(string reason) => tenant => TenantDecider.Hold(tenant, new(reason));

    private static Func<Tenant, Decision<TenantEvent>> Release => TenantDecider.Release;

    [Fact]
    public void have_a_late_policy_quiet_hours_and_a_pace()
    {
        var policy = new LatePolicy(TimeSpan.FromHours(2), LateAction.Ask);
        Given()
            .When((Tenant tenant) => TenantDecider.SetLatePolicy(tenant, new(policy)))
            .Then(new TenantEvent.LatePolicySet(policy))
            .AndAgainNothing();
        Given().When((Tenant tenant) => TenantDecider.SetLatePolicy(tenant, new(LatePolicy.Default))).ThenNothing();
        Given()
            .When((Tenant tenant) => TenantDecider.SetLatePolicy(tenant, new(policy with { Within = TimeSpan.FromDays(9) })))
            .ThenRefused("late_policy.out_of_range", "withinMinutes");

        var night = new QuietHours("22:00", "07:00");
        Given()
            .When((Tenant tenant) => TenantDecider.SetQuietHours(tenant, new(night)))
            .Then(new TenantEvent.QuietHoursSet(night))
            .AndAgainNothing();
        Given([new TenantEvent.QuietHoursSet(night)])
            .When((Tenant tenant) => TenantDecider.SetQuietHours(tenant, new(null)))
            .Then(new TenantEvent.QuietHoursSet(null));
        Given()
            .When((Tenant tenant) => TenantDecider.SetQuietHours(tenant, new(night with { To = "25:00" })))
            .ThenRefused("quiet_hours.malformed", "from");

        var hour = TimeSpan.FromHours(1);
        Given().When((Tenant tenant) => TenantDecider.SetPace(tenant, new(hour))).Then(new TenantEvent.PaceSet(hour)).AndAgainNothing();
        Given().When((Tenant tenant) => TenantDecider.SetPace(tenant, new(-hour))).ThenRefused("pace.out_of_range", "spacingSeconds");
    }

    [Fact]
    public void have_limits_of_AI_money()
    {
        var limits = new AiLimits(MicroUsd.Of(10), MicroUsd.Of(8));
        Given()
            .When((Tenant tenant) => TenantDecider.SetAiLimits(tenant, new(limits)))
            .Then(new TenantEvent.AiLimitsSet(limits))
            .AndAgainNothing();
        Given()
            .When((Tenant tenant) => TenantDecider.SetAiLimits(tenant, new(limits with { Soft = MicroUsd.Of(11) })))
            .ThenRefused("ledger.limit_out_of_range", "soft");
    }
}
