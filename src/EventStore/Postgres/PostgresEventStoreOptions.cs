namespace Campaigns.EventStore.Postgres;

/// <summary>
/// Limits of the log on Postgres. Together with <see cref="LogConnectionSettings"/> they answer every append within about five seconds,
/// whatever the database does.
/// </summary>
public sealed record PostgresEventStoreOptions
{
    /// <summary>How long an append waits for those of other silos; also bounds what a stuck one can hold up.</summary>
    public TimeSpan LockPatience { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long a statement may take before it counts as unanswered. Whole seconds, and more than <see cref="LockPatience"/>.</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long opening a connection may take.</summary>
    public TimeSpan ConnectPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How many writers share the streams. The second sends its batch and has it read while the database is still committing the first's;
    /// as all pass through the log's head one after the other, a third has nothing left to win.
    /// </summary>
    public int Writers { get; init; } = 2;

    /// <summary>How many appends may wait for a writer; one more is refused at once.</summary>
    public int MostWaiting { get; init; } = 10_000;

    /// <summary>How many events go to the database at once, unless a single append has more.</summary>
    /// <remarks>Larger batches are not faster: while the database works on one, the callers of the one before prepare the next.</remarks>
    public int BatchEvents { get; init; } = 512;

    /// <summary>How many bytes of payload go to the database at once, unless a single append has more.</summary>
    public int BatchBytes { get; init; } = 4 << 20;

    /// <summary>How often a subscriber looks at the log unasked, should a notification be lost or the address be a pooler's.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a subscriber that is at the log's end leaves between two readings. The first event after a pause is read at once; of many, a few
    /// go together, which spares client and database more than half of their work.
    /// </summary>
    public TimeSpan BetweenReads { get; init; } = TimeSpan.FromMilliseconds(20);
}
