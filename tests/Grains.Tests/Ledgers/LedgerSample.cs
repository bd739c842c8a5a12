using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;

namespace Campaigns.Grains.Tests.Ledgers;

/// <summary>Calls of a model at ten micro-dollars a token out, a hundred of which are set aside for each.</summary>
internal static class LedgerSample
{
    public const int Tokens = 100;

    public static readonly MicroUsd Amount = MicroUsd.Of(1000);

    public static PriceBook Prices { get; } =
        new(
            "test-1",
            [new("test", "model-1", new(2020, 1, 1), null, new() { Input = MicroUsd.Of(1), Output = MicroUsd.Of(10) })],
            Unknown: null
        );

    public static AttemptPlan Plan(string attempt, CampaignId? campaign = null) =>
        new(
            AttemptId.Parse(attempt),
            "campaign_text",
            new("test", "model-1"),
            campaign,
            Generation: null,
            ActorId.Parse("user_ana"),
            new() { InputTokens = 0, OutputTokens = Tokens }
        );

    public static AttemptOutcome Outcome(string attempt, long tokens, LedgerMonth? month = null) =>
        new(
            AttemptId.Parse(attempt),
            new() { Tokens = new(0, 0, tokens, 0) },
            TimeSpan.FromSeconds(1),
            OutcomeClasses.Done,
            Problem: null,
            "req",
            "model-1",
            month
        );

    public static AiLimits Hard(decimal micros) => new(MicroUsd.Of(micros), Soft: null);

    public static LedgerAnswer.Granted Granted(LedgerAnswer answer) => Assert.IsType<LedgerAnswer.Granted>(answer);

    public static LedgerAnswer.Refused Refused(LedgerAnswer answer) => Assert.IsType<LedgerAnswer.Refused>(answer);
}
