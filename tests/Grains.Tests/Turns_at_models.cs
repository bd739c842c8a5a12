using Campaigns.Domain.Generations;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.Generations;

namespace Campaigns.Grains.Tests;

public sealed class Turns_at_models
{
    private static readonly TenantId Tenant = TenantId.Parse("org_t");

    [Fact]
    public void are_as_many_as_may_be_made_side_by_side()
    {
        using var turns = Turns(most: 2);
        var first = turns.Ask(Tenant, Capability.Image);
        turns.Ask(Tenant, Capability.Text);
        var third = turns.Ask(Tenant, Capability.Speech);

        Assert.False(third.Granted.IsCompleted);
        first.Dispose();
        Assert.True(third.Granted.IsCompleted);
    }

    [Fact]
    public void of_films_keep_nobody_else_waiting()
    {
        using var turns = Turns(most: 1);
        turns.Ask(Tenant, Capability.Video);

        Assert.False(turns.Ask(Tenant, Capability.Video).Granted.IsCompleted);
        Assert.True(turns.Ask(Tenant, Capability.Text).Granted.IsCompleted);
    }

    private static ModelTurns Turns(int most) => new(new() { MostCalls = most, MostCallsOfOne = most }, TimeProvider.System);
}
