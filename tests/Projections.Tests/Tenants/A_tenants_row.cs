using Campaigns.Domain;
using Campaigns.Domain.Ledgers;
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

    [Fact]
    public void holds_whether_a_new_time_must_be_approved()
    {
        ApprovalPolicySet[] events = [new(ApprovalPolicy.External, VoidedByReschedule: true), new(ApprovalPolicy.External)];

        Assert.True(Row(events[0]).ApprovalVoidedByReschedule);
        Assert.False(Row(events[0], events[1]).ApprovalVoidedByReschedule);
    }

    [Fact]
    public void holds_how_much_may_be_spent_on_AI()
    {
        var row = Row(new AiLimitsSet(new(MicroUsd.Of(10.5m), MicroUsd.Of(8))));

        Assert.Equal((10.5m, 8m), (row.AiHardLimit, row.AiSoftLimit));
        Assert.Null(Row(new AiLimitsSet(new(MicroUsd.Of(10), null)), new AiLimitsSet(AiLimits.None)).AiHardLimit);
    }

    private static TenantRow Row(params DomainEvent[] events) =>
        Assert.Single(Rows.From(new TenantsProjection(), Given.Recorded(StreamName.Of("tenant", Given.Club), events)));

    private static (string?, ApprovalPolicy?, string?) Set(params DomainEvent[] events)
    {
        var row = Row(events);
        return (row.Zone, row.ApprovalPolicy, row.HeldReason);
    }
}
