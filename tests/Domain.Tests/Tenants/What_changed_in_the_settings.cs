using Campaigns.Domain.History;
using Campaigns.Domain.Tenants;
using static Campaigns.Domain.Tenants.TenantEvent;

namespace Campaigns.Domain.Tests.Tenants;

public sealed class What_changed_in_the_settings
{
    [Fact]
    public void is_the_zone_from_the_default_on()
    {
        Assert.Equal([new("zone", "Etc/UTC", "Europe/Lisbon")], Changed([], new ZoneSet("Europe/Lisbon")));
        Assert.Equal(
            [new("zone", "Europe/Lisbon", "Europe/Berlin")],
            Changed([new ZoneSet("Europe/Lisbon")], new ZoneSet("Europe/Berlin"))
        );
    }

    [Fact]
    public void is_who_must_approve() =>
        Assert.Equal([new("approvalPolicy", "someone of the tenant", "nobody")], Changed([], new ApprovalPolicySet(ApprovalPolicy.None)));

    [Fact]
    public void is_the_hold()
    {
        Assert.Equal([new("heldBecause", null, "Crisis.")], Changed([], new Held("Crisis.")));
        Assert.Equal([new("heldBecause", "Crisis.", null)], Changed([new Held("Crisis.")], new Released()));
    }

    [Fact]
    public void is_nothing_when_the_same_is_said_again() =>
        Assert.Empty(Changed([new ZoneSet("Europe/Lisbon")], new ZoneSet("Europe/Lisbon")));

    private static IReadOnlyList<Change> Changed(TenantEvent[] before, TenantEvent happened) =>
        TenantChanges.Between(After<Tenant, TenantEvent>(before), happened);
}
