using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>
/// A pure fold of rows: the row as it was and an event in, the row as it is out. It sees no database and no clock, so live and rebuilt are
/// the same function. An event touches rows of its own tenant only, and a row is touched by events of one stream only: so a stream is all it
/// takes to fold its rows again.
/// </summary>
/// <typeparam name="TId">What tells one tenant's rows apart: <see cref="Guid"/>, <see cref="long"/> or <see cref="string"/>.</typeparam>
/// <typeparam name="TRow">A positional record with a <see cref="ReadTableAttribute"/>.</typeparam>
internal interface IRowProjection<TId, TRow>
    where TId : notnull
    where TRow : class
{
    /// <summary>Versioned, such as <c>calendar.v1</c>: a changed meaning is a new name, hence a rebuild from the first event.</summary>
    string Name { get; }

    /// <summary>The kinds of streams it reads; empty for all.</summary>
    IReadOnlyCollection<string> Categories { get; }

    /// <summary>Whether a row may be touched by more than one event. False saves looking for rows that cannot be there.</summary>
    bool Revisits => true;

    /// <summary>The rows an event touches.</summary>
    IEnumerable<TId> KeysOf(RecordedEvent recorded);

    /// <summary>
    /// Whether the event is of the stream that the row comes from. Where ids could meet that are not the stream's own, this keeps the row to its
    /// stream: the engine passes over what other streams say of it.
    /// </summary>
    bool IsOf(TRow row, RecordedEvent recorded) => true;

    /// <summary>The row after the event; null when there is none (any more). A throw parks the event.</summary>
    TRow? Fold(TId id, TRow? row, RecordedEvent recorded);
}
