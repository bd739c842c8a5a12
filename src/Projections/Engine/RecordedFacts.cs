using Campaigns.Domain.Ledgers;
using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>What rows take from an event's envelope.</summary>
internal static class RecordedFacts
{
    extension(RecordedEvent recorded)
    {
        /// <summary>The aggregate's id: what follows the tenant in the stream's name. A ledger's is its month.</summary>
        public Guid AggregateId => recorded.Stream.Category == "ledger" ? recorded.Month.Uuid : Guid.ParseExact(recorded.IdText, "D");

        /// <summary>The month of a ledger's stream.</summary>
        public LedgerMonth Month => LedgerMonth.Parse(recorded.IdText.ToString());

        /// <summary>Whether the stream is one of many of its tenant.</summary>
        public bool HasAggregateId => recorded.IdText.Length > 0;

        public DateTimeOffset At => recorded.Metadata.RecordedAt;

        public string Actor => recorded.Metadata.Actor.Value;

        /// <summary>The position as rows show it.</summary>
        public string Place => recorded.Position.ToString();

        private ReadOnlySpan<char> IdText =>
            recorded.Stream.Value.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
                ? recorded.Stream.Value.AsSpan(slash + 1)
                : [];
    }
}
