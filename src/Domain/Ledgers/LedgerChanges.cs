using System.Globalization;
using Campaigns.Domain.History;

namespace Campaigns.Domain.Ledgers;

/// <summary>What an event changed about a month of AI money.</summary>
public static class LedgerChanges
{
    /// <summary>From what to what; empty when the event left everything as it was.</summary>
    public static IReadOnlyList<Change> Between(Ledger before, LedgerEvent happened) =>
        Changes.Between(Fields(before), Fields(Ledger.Evolve(before, happened)));

    private static IEnumerable<StateField> Fields(Ledger state) =>
        [
            new("spent", state.Settled == MicroUsd.Zero ? null : state.Settled.ToString()),
            new("setAside", state.Reserved == MicroUsd.Zero ? null : state.Reserved.ToString()),
            new("heldBecause", state.HeldBy is { } attempt ? $"call {attempt} cost more than could be" : null),
            new("softLimitReached", state.WarnedAt?.ToString()),
            new("campaignLimits", state.Budgets.IsEmpty ? null : state.Budgets.Count.ToString(CultureInfo.InvariantCulture)),
            new("closed", state.IsClosed ? "yes" : null),
        ];
}
