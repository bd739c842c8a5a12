using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;

namespace Campaigns.Domain.Tests.Ledgers;

/// <summary>Calls and prices that the specifications of money speak of.</summary>
internal static class LedgerSample
{
    public static readonly LedgerMonth November = LedgerMonth.Parse("2026-11");
    public static readonly LedgerEvent.Opened Opened = new(November, null);

    public static readonly ModelChoice Writer = new("gemini", "writer-1");
    public static readonly ModelChoice Painter = new("gemini", "painter-1");

    /// <summary>The writer: two dollars a million tokens in, a fifth of that from the cache, ten out. The painter: 0.1 a picture, 0.2 at 4K.</summary>
    public static readonly PriceBook Prices = new(
        "2026-11",
        [
            new(
                "gemini",
                "writer-1",
                new(2026, 1, 1),
                null,
                new()
                {
                    Input = MicroUsd.Of(2),
                    CachedInput = MicroUsd.Of(0.4m),
                    Output = MicroUsd.Of(10),
                }
            ),
            new(
                "gemini",
                "painter-1",
                new(2026, 1, 1),
                null,
                new() { Images = ModelPrice.NoImages.Add("1K", MicroUsd.FromDollars(0.1m)).Add("4K", MicroUsd.FromDollars(0.2m)) }
            ),
        ],
        null
    );

    /// <summary>A call of the writer that can cost 1,000 × 2 + 500 × 10 = 7,000 micro-dollars.</summary>
    public static AttemptPlan Plan(int number = 1, CampaignId? campaign = null) =>
        new(AttemptId.Of(Job, number), "campaign_text", Writer, campaign, Job, Anna, new() { InputTokens = 1000, OutputTokens = 500 });

    public static readonly MicroUsd Amount = MicroUsd.Of(7000);

    public static LedgerEvent.Reserved Reserved(int number = 1, CampaignId? campaign = null) =>
        new(Plan(number, campaign), Amount, "2026-11", Nine);

    /// <summary>It used so many tokens out, and 100 in: 200 micro-dollars and ten a token.</summary>
    public static AttemptOutcome Done(int number = 1, long output = 100) =>
        new(
            AttemptId.Of(Job, number),
            new() { Tokens = new(100, 0, output, 0) },
            TimeSpan.FromSeconds(2),
            OutcomeClasses.Done,
            null,
            "req-1",
            "writer-1-001"
        );

    public static AttemptOutcome Ended(string outcomeClass, MeasuredUsage? usage = null, Problem? problem = null) =>
        Done() with
        {
            Usage = usage ?? MeasuredUsage.None,
            OutcomeClass = outcomeClass,
            Problem = problem ?? Hiccup,
        };

    public static AttemptRecord Record(AttemptOutcome outcome, CampaignId? campaign = null) =>
        new(
            Plan(1, campaign) with
            {
                Attempt = outcome.Attempt,
            },
            Nine,
            "2026-11",
            outcome.Usage,
            outcome.Latency,
            outcome.OutcomeClass,
            outcome.Problem,
            outcome.RequestId,
            outcome.ModelNamed
        );

    /// <summary>One of each event there is, with every member that may be null set to something.</summary>
    public static IReadOnlyList<LedgerEvent> Events { get; } =
    [
        new LedgerEvent.Opened(
            November,
            new(November.Before, MicroUsd.Of(1500), [Plan(9).Attempt], [new(Autumn, Limits(90000, 80000), MicroUsd.Of(8200), Warned: true)])
        ),
        new LedgerEvent.Reserved(
            Plan(1, Autumn) with
            {
                Most = new()
                {
                    InputTokens = 1000,
                    OutputTokens = 500,
                    Images = 1,
                    ImageSize = "1K",
                    VideoSeconds = 8,
                    Characters = 40,
                },
            },
            Amount,
            "2026-11",
            Nine
        ),
        new LedgerEvent.Settled(
            Record(Done() with { Usage = Done().Usage with { ChargedUsd = 0.0012m }, Problem = Hiccup }, Autumn),
            Amount,
            MicroUsd.Of(1200),
            CostBasis.Charged
        ),
        new LedgerEvent.Released(Record(Ended(OutcomeClasses.Busy), Autumn), Amount),
        new LedgerEvent.Overrun(Plan().Attempt, Amount, MicroUsd.Of(7000.5m)),
        new LedgerEvent.HoldLifted("A price was wrong."),
        new LedgerEvent.SoftLimitReached(Autumn, MicroUsd.Of(10000), MicroUsd.Of(14000)),
        new LedgerEvent.CampaignLimitsSet(Autumn, Limits(90000, 80000)),
        new LedgerEvent.Closed(
            new(November, MicroUsd.Of(1500), [Plan(9).Attempt], [new(Autumn, Limits(90000), MicroUsd.Of(8200), Warned: false)])
        ),
    ];

    /// <summary>Something is under way, and an overrun holds the rest.</summary>
    public static IReadOnlyList<LedgerEvent> Held =>
        [
            Opened,
            Reserved(1, Autumn),
            new LedgerEvent.CampaignLimitsSet(Autumn, Limits(20000, 10000)),
            new LedgerEvent.Overrun(Plan(3).Attempt, Amount, MicroUsd.Of(7001)),
        ];

    /// <summary>Everything there is.</summary>
    public static IReadOnlyList<LedgerEvent> Full =>
        [
            Events[0],
            Reserved(1, Autumn),
            Reserved(2),
            Events[2],
            Reserved(3),
            new LedgerEvent.SoftLimitReached(null, Amount, Amount),
            Events[6],
            Events[8],
        ];

    public static AiLimits Limits(decimal? hard, decimal? soft = null) =>
        new(hard is { } most ? MicroUsd.Of(most) : null, soft is { } some ? MicroUsd.Of(some) : null);

    public static Func<Ledger, Decision<LedgerEvent>> Reserve(AttemptPlan plan, AiLimits? limits = null) =>
        state => LedgerDecider.Reserve(state, plan, Prices, limits ?? AiLimits.None, Nine);

    public static Func<Ledger, Decision<LedgerEvent>> Settle(AttemptOutcome outcome) =>
        state => LedgerDecider.Settle(state, outcome, Prices);
}
