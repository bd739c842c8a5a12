using CsCheck;

namespace Campaigns.EventStore.Tests;

/// <summary>One append of a generated history.</summary>
/// <param name="Stream">Which stream.</param>
/// <param name="Offset">How far the expected version is from the actual one.</param>
/// <param name="Count">How many events.</param>
/// <param name="Repeats">Which earlier append of the stream it repeats, counted from its last; null: it is new.</param>
internal sealed record ModelStep(int Stream, int Offset, int Count, int? Repeats)
{
    public static readonly Gen<List<ModelStep>> Histories = Gen.Select(
        Gen.Int[0, 2],
        Gen.Frequency((6, Gen.Const(0)), (1, Gen.Int[-3, 3])),
        Gen.Int[1, 4],
        Gen.Frequency((3, Gen.Const((int?)null)), (1, Gen.Int[0, 3].Select(n => (int?)n))),
        (stream, offset, count, repeats) => new ModelStep(stream, offset, count, repeats)
    ).List[1, 25];
}

/// <summary>What a log must do, as plainly as it can be written: lists of ids.</summary>
internal sealed class LogModel
{
    private readonly Dictionary<StreamName, List<(long Expected, IReadOnlyList<NewEvent> Events)>> asked = [];
    private readonly Dictionary<StreamName, List<Guid>> streams = [];

    public List<Guid> Log { get; } = [];

    public List<Guid> Of(StreamName stream) => streams.TryGetValue(stream, out var ids) ? ids : streams[stream] = [];

    public (long Expected, IReadOnlyList<NewEvent> Events) Ask(StreamName stream, ModelStep step)
    {
        var history = asked.TryGetValue(stream, out var known) ? known : asked[stream] = [];
        var ask =
            step.Repeats is { } back && back < history.Count
                ? history[^(back + 1)]
                : (Math.Max(0, Of(stream).Count + step.Offset), Given.Events(step.Count));
        history.Add(ask);
        return ask;
    }

    /// <summary>The stream's version after the append, or the actual one when it is refused.</summary>
    public (bool Accepted, long Version) Append(StreamName stream, long expected, IReadOnlyList<NewEvent> events)
    {
        var (stored, ids) = (Of(stream), events.Select(e => e.Id).ToList());
        if (expected != stored.Count)
            return stored.Skip((int)expected).Take(ids.Count).SequenceEqual(ids) ? (true, expected + ids.Count) : (false, stored.Count);
        stored.AddRange(ids);
        Log.AddRange(ids);
        return (true, stored.Count);
    }
}
