using Campaigns.Domain.Tenants;

namespace Campaigns.Domain.Tests;

public sealed class A_decision
{
    private static readonly TenantEvent Held = new TenantEvent.Held("Crisis.");

    [Fact]
    public void is_events_in_order()
    {
        Decision<TenantEvent> decision = [Held, new TenantEvent.Released()];

        Assert.Equal([Held, new TenantEvent.Released()], decision.Events);
        Assert.Equal(decision.Events, decision);
        Assert.Null(decision.Refusal);
    }

    [Fact]
    public void may_be_that_there_is_nothing_to_do()
    {
        Decision<TenantEvent> decision = [];

        Assert.Empty(decision);
        Assert.Null(decision.Refusal);
    }

    [Fact]
    public void may_be_a_no_that_changes_nothing()
    {
        Decision<TenantEvent> decision = Refusal.CommandIdReused(CommandId.Parse("c-1"));

        Assert.Empty(decision);
        Assert.Equal(("command.id_reused", "commandId"), (decision.Refusal!.Code, decision.Refusal.Field));
    }

    [Fact]
    public void keeps_the_reply_it_rests_on_in_its_class()
    {
        Assert.Equal(new Reply<string>.Done("1"), new Reply<int>.Done(1).Map(n => $"{n}"));
        Assert.Equal(
            new Reply<string>.Busy(Full, TimeSpan.FromHours(1)),
            new Reply<int>.Busy(Full, TimeSpan.FromHours(1)).Map(n => $"{n}")
        );
        Assert.Equal(new Reply<string>.Rejected(Full), new Reply<int>.Rejected(Full).Map(n => $"{n}"));
        Assert.Equal(new Reply<string>.Broken(Full), new Reply<int>.Broken(Full).Map(n => $"{n}"));
        Assert.Equal(new Reply<string>.Unclear(Lost), new Reply<int>.Unclear(Lost).Map(n => $"{n}"));
    }
}
