using System.Text.Json.Serialization;

namespace Campaigns.Domain.Accounts;

/// <summary>A connected Instagram account.</summary>
[JsonDerivedType(typeof(Unknown), "unknown")]
[JsonDerivedType(typeof(Connected), "connected")]
[JsonDerivedType(typeof(Disconnected), "disconnected")]
public abstract record Account : IFold<Account, AccountEvent>
{
    private Account() { } // closed: every case is below

    /// <summary>Nobody connected it.</summary>
    public sealed record Unknown : Account;

    /// <summary>It is connected.</summary>
    /// <param name="InstagramUserId">The platform's id of it.</param>
    /// <param name="Username">Without <c>@</c>.</param>
    /// <param name="Token">Where its token lies.</param>
    /// <param name="Trouble">Why it cannot be used; null when it can.</param>
    /// <param name="HeldBecause">Why nothing goes out on it; null when it may.</param>
    public sealed record Connected(string InstagramUserId, string Username, TokenRef Token, Problem? Trouble, string? HeldBecause) : Account
    {
        /// <summary>The platform's last block of it, which may be over; null when there was none.</summary>
        public AccountBlock? Block { get; init; }

        /// <summary>How far apart its posts are kept; null: as the tenant has it.</summary>
        public TimeSpan? Spacing { get; init; }

        /// <summary>Its day: what may still go out.</summary>
        public AccountQuota Quota { get; init; } = AccountQuota.None;

        /// <summary>Its week: when it likes to publish, and which of these times are taken.</summary>
        public AccountWeek Week { get; init; } = AccountWeek.None;
    }

    /// <summary>It was taken away. A hold, a block and its week outlive it: connecting anew is no way round them.</summary>
    /// <param name="InstagramUserId">The platform's id of it.</param>
    /// <param name="Username">Without <c>@</c>.</param>
    /// <param name="HeldBecause">Why nothing went out on it; null when it might.</param>
    /// <param name="Token">Where its token lay; to be forgotten.</param>
    public sealed record Disconnected(string InstagramUserId, string Username, string? HeldBecause, TokenRef Token) : Account
    {
        /// <summary>The platform's block, which outlives it.</summary>
        public AccountBlock? Block { get; init; }

        /// <summary>How far apart its posts were kept.</summary>
        public TimeSpan? Spacing { get; init; }

        /// <summary>Its week: what is scheduled in it stays scheduled.</summary>
        public AccountWeek Week { get; init; } = AccountWeek.None;
    }

    /// <inheritdoc />
    public static Account Initial { get; } = new Unknown();

    /// <inheritdoc />
    public static int SnapshotVersion => 5;

    /// <inheritdoc />
    public static Account Evolve(Account state, AccountEvent happened) =>
        (state, happened) switch
        {
            (Disconnected d, AccountEvent.Connected e) => new Connected(e.InstagramUserId, e.Username, e.Token, null, d.HeldBecause)
            {
                Block = d.Block,
                Spacing = d.Spacing,
                Week = d.Week,
            },
            (Connected c, AccountEvent.Connected e) => c with
            {
                InstagramUserId = e.InstagramUserId,
                Username = e.Username,
                Token = e.Token,
                Trouble = null,
            },
            (_, AccountEvent.Connected e) => new Connected(e.InstagramUserId, e.Username, e.Token, null, null),
            (Connected c, AccountEvent.Reconnected e) => c with { Username = e.Username, Token = e.Token, Trouble = null },
            (Connected c, AccountEvent.TroubleFound e) => c with { Trouble = e.Problem },
            (Connected c, AccountEvent.Disconnected) => new Disconnected(c.InstagramUserId, c.Username, c.HeldBecause, c.Token)
            {
                Block = c.Block,
                Spacing = c.Spacing,
                Week = c.Week,
            },
            (Connected c, AccountEvent.Held e) => c with { HeldBecause = e.Reason },
            (Connected c, AccountEvent.Released) => c with { HeldBecause = null },
            (Connected c, AccountEvent.TroubleCleared) => c with { Trouble = null },
            (Connected c, AccountEvent.Blocked e) => c with { Block = new(e.Problem, e.Since, e.Until) },
            (Connected c, AccountEvent.PaceSet e) => c with { Spacing = e.Spacing },
            (Connected c, AccountEvent.QuotaRead e) => c with { Quota = c.Quota.Read(e.Used, e.Total, e.At) },
            (Connected c, AccountEvent.SlotReserved e) => c with { Quota = c.Quota.With(e.Publication, e.At, e.ReservedAt) },
            (Connected c, AccountEvent.SlotReleased e) => c with { Quota = c.Quota.Without(e.Publication) },
            (Connected c, AccountEvent.WeeklySlotsSet e) => c with { Week = c.Week with { Slots = e.Slots } },
            (Connected c, AccountEvent.WeeklySlotTaken e) => c with { Week = c.Week.With(e.Publication, e.When.DueAt, e.At) },
            (Connected c, AccountEvent.WeeklySlotFreed e) => c with { Week = c.Week.Without(e.Publication) },
            _ => state,
        };
}
