using Campaigns.Domain;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Accounts.AccountEvent;

namespace Campaigns.Projections.Accounts;

/// <summary>One row per account. Table: <c>read.accounts</c>.</summary>
internal sealed class AccountsProjection : IRowProjection<Guid, AccountRow>
{
    public string Name => ReadModels.Accounts;

    public IReadOnlyCollection<string> Categories => ["account"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) => [recorded.AggregateId];

    public AccountRow? Fold(Guid id, AccountRow? row, RecordedEvent recorded) =>
        (row, recorded.Event) switch
        {
            (_, Connected e) => new(
                recorded.Tenant.Value,
                id,
                e.Username,
                e.InstagramUserId,
                AccountState.Connected,
                Trouble: null,
                TroubleAt: null,
                row?.HeldReason,
                BlockedUntil: null,
                BlockedBecause: null,
                BlockedAt: null,
                Spacing: null,
                QuotaUsed: null,
                QuotaTotal: null,
                QuotaAt: null,
                ConnectedAt: row?.ConnectedAt ?? recorded.At,
                UpdatedAt: recorded.At,
                recorded.Place
            ),
            (null, _) => null,
            (_, SlotReserved or SlotReleased or WeeklySlotTaken or WeeklySlotFreed) => row, // each post's, and told there
            ({ } known, var happened) => Changed(known, happened, recorded.At) with
            {
                UpdatedAt = recorded.At,
                LastPosition = recorded.Place,
            },
        };

    private static AccountRow Changed(AccountRow row, DomainEvent happened, DateTimeOffset at) =>
        happened switch
        {
            // Ended is ended: only connecting it again brings it back.
            not Connected when row.State is AccountState.Disconnected => row,
            Reconnected e => row with { Username = e.Username, State = AccountState.Connected, Trouble = null, TroubleAt = null },
            TroubleFound e => row with { State = AccountState.Trouble, Trouble = e.Problem, TroubleAt = row.TroubleAt ?? at },
            Disconnected => row with { State = AccountState.Disconnected, Trouble = null, TroubleAt = null, HeldReason = null },
            Held e => row with { HeldReason = e.Reason },
            Released => row with { HeldReason = null },
            TroubleCleared => row with { State = AccountState.Connected, Trouble = null, TroubleAt = null },
            Blocked e => row with { BlockedUntil = e.Until, BlockedBecause = e.Problem, BlockedAt = at },
            PaceSet e => row with { Spacing = (long?)e.Spacing?.TotalSeconds },
            QuotaRead e => row with { QuotaUsed = e.Used, QuotaTotal = e.Total, QuotaAt = e.At },
            _ => row,
        };
}
