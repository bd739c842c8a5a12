using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.EventStore;

namespace Campaigns.Projections.Tests.Ledgers;

/// <summary>Events of calls to AI providers.</summary>
internal static class Calls
{
    public static readonly LedgerMonth November = LedgerMonth.Of(Given.Nine);

    public static StreamName Stream => StreamName.Of("ledger", Given.Club, November.Value);

    public static LedgerEvent.Reserved Reserved(string attempt, CampaignId? campaign = null, string model = "writer-1", int day = 0) =>
        new(Plan(attempt, campaign, model), MicroUsd.Of(7000), "v1", Given.Nine.AddDays(day));

    public static LedgerEvent.Settled Settled(
        string attempt,
        decimal cost,
        CampaignId? campaign = null,
        string model = "writer-1",
        int day = 0,
        string outcome = OutcomeClasses.Done,
        CostBasis basis = CostBasis.Measured
    ) => new(Record(attempt, campaign, model, day, outcome), MicroUsd.Of(7000), MicroUsd.Of(cost), basis);

    public static LedgerEvent.Released Released(string attempt, CampaignId? campaign = null) =>
        new(Record(attempt, campaign, "writer-1", 0, OutcomeClasses.Busy), MicroUsd.Of(7000));

    private static AttemptPlan Plan(string attempt, CampaignId? campaign, string model) =>
        new(
            AttemptId.Parse(attempt),
            "campaign_text",
            new("gemini", model),
            campaign,
            Given.Generation(),
            Given.Ana,
            new() { InputTokens = 1000, OutputTokens = 500 }
        );

    private static AttemptRecord Record(string attempt, CampaignId? campaign, string model, int day, string outcome) =>
        new(
            Plan(attempt, campaign, model),
            Given.Nine.AddDays(day),
            "v1",
            outcome == OutcomeClasses.Done
                ? new()
                {
                    Tokens = new(100, 10, 20, 5),
                    Images = 1,
                    ImageSize = "1K",
                }
                : MeasuredUsage.None,
            TimeSpan.FromMilliseconds(1500),
            outcome,
            outcome == OutcomeClasses.Done ? null : Given.Trouble,
            "req-1",
            model + "-001"
        );
}
