using Campaigns.Domain.Erasures;
using Campaigns.Domain.Tenants;
using static Campaigns.Domain.Erasures.ErasureEvent;
using static Campaigns.Domain.Tenants.TenantEvent;

namespace Campaigns.Domain.Tests.Erasures;

public sealed class Erasing_a_tenant
{
    private static readonly TenantId Bakery = TenantId.Parse("org_bakery");
    private static readonly TimeSpan Grace = TimeSpan.FromDays(7);
    private static readonly ErasureAsked Planned = new(Nine + Grace, Ben, Nine);
    private static readonly Guid Key = Guid.Parse("0193a000-0000-7000-8000-000000000001");

    [Fact]
    public void is_planned_once_whoever_asks_again() => Given().When(Erase("org_bakery", Nine)).Then(Planned).AndAgainNothing();

    [Theory]
    [InlineData("org_Bakery")]
    [InlineData("bakery")]
    [InlineData("")]
    public void is_refused_unless_its_id_is_typed(string typed) =>
        Given().When(Erase(typed, Nine)).ThenRefused("tenant.erasure_unconfirmed", "confirmation");

    [Fact]
    public void holds_everything_and_gives_back_what_held_before()
    {
        var planned = After<Tenant, TenantEvent>([new Held("Strike."), Planned]);
        Assert.Equal("Everything is to be erased.", planned.HeldBecause);

        Assert.Equal("Strike.", Tenant.Evolve(planned, new ErasureCancelled()).HeldBecause);
        Assert.Null(After<Tenant, TenantEvent>([Planned, new ErasureCancelled()]).HeldBecause);
    }

    [Fact]
    public void is_cancelled_while_it_has_not_begun()
    {
        Given(Planned).When(Cancel(Nine + Grace - TimeSpan.FromSeconds(1))).Then(new ErasureCancelled()).AndAgainNothing();
        Given(Planned).When(Cancel(Nine + Grace)).ThenRefused("tenant.erasure_begun");
        Given().When(Cancel(Nine)).ThenNothing();
    }

    [Fact]
    public void refuses_every_other_command() =>
        Given(Planned)
            .When((Tenant tenant) => TenantDecider.UnlessErasing(tenant, open => TenantDecider.Hold(open, new("Strike."))))
            .ThenRefused("tenant.erasing");

    [Fact]
    public void begins_only_when_its_days_of_grace_are_over()
    {
        var planned = After<Tenant, TenantEvent>([Planned]).Erasure;

        Assert.Empty(ErasureFlow.Begin(Erasure.Initial, null, Nine).Events);
        Assert.Empty(ErasureFlow.Begin(Erasure.Initial, planned, Nine).Events);
        Assert.Equal([new Begun(Ben, Nine)], ErasureFlow.Begin(Erasure.Initial, planned, Nine + Grace).Events);
    }

    [Fact]
    public void destroys_the_keys_first_and_removes_the_rest_once_nobody_has_them_and_then_rests()
    {
        var begun = After<Erasure, ErasureEvent>([new Begun(Ben, Nine)]);
        Assert.IsType<ErasureStep.DestroyKeys>(ErasureFlow.Next(begun, Nine));

        var destroyed = After<Erasure, ErasureEvent>([new Begun(Ben, Nine), new KeysDestroyed([Key], Ten)]);
        Assert.Equal(new ErasureStep.Wait(Ten), ErasureFlow.Next(destroyed, Nine));
        Assert.IsType<ErasureStep.Remove>(ErasureFlow.Next(destroyed, Ten));

        var certified = Assert.IsType<Certified>(Assert.Single(ErasureFlow.Certify(destroyed, [new("media", 2)]).Events));
        Assert.Equal((Ben, Nine), (certified.AskedBy, certified.AskedAt));
        Assert.Equal([Key], certified.Keys);
        Assert.Equal([new Removal("media", 2)], certified.Removed);
        Assert.IsType<ErasureStep.Rest>(ErasureFlow.Next(Erasure.Evolve(destroyed, certified), Ten));
        Assert.Empty(ErasureFlow.Certify(Erasure.Evolve(destroyed, certified), []).Events);
    }

    private static Func<Tenant, Decision<TenantEvent>> Erase(string typed, DateTimeOffset at) =>
        tenant => TenantDecider.Erase(tenant, Bakery, new(typed), Ben, at, Grace);

    private static Func<Tenant, Decision<TenantEvent>> Cancel(DateTimeOffset at) => tenant => TenantDecider.CancelErasure(tenant, at);
}
