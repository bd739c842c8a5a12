using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Projections.Tenants;
using static Campaigns.Domain.Tenants.TenantEvent;

namespace Campaigns.Projections.Tests.Tenants;

public sealed class A_tenants_row
{
    [Fact]
    public void holds_what_was_set_and_nothing_else()
    {
        Assert.Equal(("Europe/Lisbon", null, null), Set(new ZoneSet("Europe/Lisbon")));
        Assert.Equal((null, ApprovalPolicy.None, null), Set(new ApprovalPolicySet(ApprovalPolicy.None)));
        Assert.Equal((null, null, "Stop"), Set(new Held("Stop")));
        Assert.Equal((null, null, null), Set(new Held("Stop"), new Released()));
    }

    private static (string?, ApprovalPolicy?, string?) Set(params DomainEvent[] events)
    {
        var row = Assert.Single(Rows.From(new TenantsProjection(), Given.Recorded(StreamName.Of("tenant", Given.Club), events)));
        return (row.Zone, row.ApprovalPolicy, row.HeldReason);
    }
}
