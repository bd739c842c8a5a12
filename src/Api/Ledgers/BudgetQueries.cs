using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Api.Ledgers;
using Campaigns.Domain.Ledgers;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>Where a month of the tenant's AI money stands, by the ledger itself.</summary>
    /// <param name="month">Such as `2026-11`; left out: this one.</param>
    public static async Task<AiBudgetView> AiBudget(
        [FromServices] Caller caller,
        [FromServices] IGrainFactory grains,
        [FromServices] TimeProvider clock,
        string? month
    )
    {
        var tenant = caller.Require(Permission.ViewUsage).Tenant;
        return new(await grains.LedgerMonth(tenant, MonthOf(month, clock)).Standing());
    }

    /// <summary>What something will cost, about, before it is begun. It promises nothing: limits do.</summary>
    /// <param name="input">What is to be made.</param>
    public static GenerationEstimateView EstimateGeneration(
        [FromServices] Caller caller,
        [FromServices] PriceBook prices,
        [FromServices] UsualModels usual,
        [FromServices] TimeProvider clock,
        EstimateGenerationInput input
    )
    {
        caller.Require(Permission.CreateCampaign);
        if (!input.IsSensible)
            throw RequestFailure.BadInput("input", "Counts are 0 to 1,000,000.");
        var models = input.Models?.Over(usual) ?? usual;
        var range =
            GenerationEstimate.Of(input.ToSize(), models, prices, clock.GetUtcNow())
            ?? throw RequestFailure.BadInput("models", "One of them has no price for what it is asked for.");
        return new(range.Likely.Value, range.Most.Value, prices.Version);
    }

    internal static LedgerMonth MonthOf(string? month, TimeProvider clock)
    {
        if (month is null)
            return LedgerMonth.Of(clock.GetUtcNow());
        try
        {
            return LedgerMonth.Parse(month);
        }
        catch (FormatException malformed)
        {
            throw RequestFailure.BadInput("month", malformed.Message);
        }
    }
}
