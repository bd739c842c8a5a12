using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Api.Scheduling;
using Campaigns.Domain.Accounts;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    private const int MostFreeSlots = 100;

    /// <summary>When an account likes to publish; no slots where none were set.</summary>
    /// <param name="accountId">Which account.</param>
    public static async Task<WeeklySlotsView> WeeklySlots(
        [FromServices] Caller caller,
        [FromServices] IGrainFactory grains,
        AccountId accountId
    )
    {
        var week = await grains.Account(caller.Require(Permission.View).Tenant, accountId).WeeklySlots();
        return new(week.Zone, week.Slots);
    }

    /// <summary>The next slots of an account's week that no post has taken, the earliest first. Empty where it has no slots.</summary>
    /// <param name="accountId">Which account.</param>
    /// <param name="first">How many; at most 100.</param>
    public static async Task<IReadOnlyList<PlannedTimeView>> NextFreeSlots(
        [FromServices] Caller caller,
        [FromServices] IGrainFactory grains,
        AccountId accountId,
        int first = 5
    )
    {
        var tenant = caller.Require(Permission.View).Tenant;
        if (first is < 1 or > MostFreeSlots)
            throw RequestFailure.BadInput("first", $"Ask for 1 to {MostFreeSlots}.");
        var free = await grains.Account(tenant, accountId).NextFreeSlots(first);
        return [.. free.Times.Select(PlannedTimeView.Of)];
    }
}
