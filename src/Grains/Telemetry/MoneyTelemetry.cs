using System.Diagnostics.Metrics;
using Campaigns.Domain.Ledgers;

namespace Campaigns.Grains.Telemetry;

/// <summary>What ledgers tell of themselves, in the meter of the grains. No label holds a tenant, a campaign or a person.</summary>
internal static class MoneyTelemetry
{
    private static readonly Meter Meter = new(GrainTelemetry.Name);

    private static readonly Counter<double> Spent = Meter.CreateCounter<double>(
        "campaigns.ai.cost",
        "{USD}",
        "What calls to AI providers cost, by provider, model and how that is known. For watching: the ledger has it to the last digit."
    );

    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "campaigns.ai.calls",
        "{call}",
        "Calls to AI providers whose outcome was booked, by provider, model and outcome."
    );

    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "campaigns.ai.refused",
        "{call}",
        "Calls to AI providers that the ledger did not allow, by the rule."
    );

    /// <summary>Events of a ledger were committed.</summary>
    public static void Booked(IReadOnlyList<LedgerEvent> events)
    {
        if (!Calls.Enabled && !Spent.Enabled)
            return;
        foreach (var happened in events)
            switch (happened)
            {
                case LedgerEvent.Settled e:
                    Count(e.Attempt);
                    Spent.Add((double)e.Cost.Dollars, Provider(e.Attempt), Model(e.Attempt), Pair("campaigns.basis", e.Basis.ToString()));
                    break;
                case LedgerEvent.Released e:
                    Count(e.Attempt);
                    break;
                default:
                    break;
            }
    }

    /// <summary>A call was not allowed.</summary>
    public static void Refusal(string code) => Refused.Add(1, Pair("campaigns.rule", code));

    private static void Count(AttemptRecord attempt) =>
        Calls.Add(1, Provider(attempt), Model(attempt), Pair("campaigns.outcome", attempt.OutcomeClass));

    private static KeyValuePair<string, object?> Provider(AttemptRecord attempt) => Pair("campaigns.provider", attempt.Plan.Model.Provider);

    private static KeyValuePair<string, object?> Model(AttemptRecord attempt) => Pair("campaigns.model", attempt.Plan.Model.Model);

    private static KeyValuePair<string, object?> Pair(string name, string value) => new(name, value);
}
