using Campaigns.Domain.Publications;
using Campaigns.EventStore;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Bench.Chaos;

/// <summary>What the log says of every publication; read on as it grows.</summary>
internal sealed class Ledger(IEventStore log)
{
    private readonly Dictionary<string, LedgerEntry> entries = [];

    /// <summary>How far it was read.</summary>
    public LogPosition Position { get; private set; }

    /// <summary>By the publication's id.</summary>
    public IReadOnlyDictionary<string, LedgerEntry> Entries => entries;

    /// <summary>Reads what came since.</summary>
    public async Task ReadOn(CancellationToken ct)
    {
        await foreach (var recorded in log.ReadAll(Position, ct))
        {
            Position = recorded.Position;
            if (recorded.Event is not PublicationEvent happened)
                continue;
            var id = recorded.Stream.Value[(recorded.Stream.Value.IndexOf('/', StringComparison.Ordinal) + 1)..];
            if (!entries.TryGetValue(id, out var entry))
                entries[id] = entry = new();
            entry.Fold(happened, recorded);
        }
    }

    /// <summary>Whether something is to go out before a time, and has no verdict.</summary>
    public bool HasDueBefore(DateTimeOffset time) =>
        entries.Values.Any(entry => entry.Verdicts.Count == 0 && entry.Order?.When.DueAt < time && entry.Containers.Count > 0);

    /// <summary>Whether a publish call was begun after a position whose outcome is not recorded.</summary>
    public bool HasIntentSince(LogPosition position) => entries.Values.Any(entry => entry.Intent is { } at && at > position);
}

/// <summary>What the log says of one publication.</summary>
internal sealed class LedgerEntry
{
    private readonly List<(string Name, DateTimeOffset At)> told = [];

    /// <summary>Every container that was ever made to be published for it.</summary>
    public HashSet<string> Containers { get; } = [];

    /// <summary>Where the publish call was begun whose outcome is not recorded.</summary>
    public LogPosition? Intent { get; private set; }

    /// <summary>All verdicts; there should be one in the end.</summary>
    public List<PublicationEvent> Verdicts { get; } = [];

    /// <summary>What it said when scheduled.</summary>
    public Scheduled? Order { get; private set; }

    /// <summary>Whether it was to go out within minutes or not at all, and did not.</summary>
    public bool EndedByStrictPolicy =>
        Order?.Late?.Within < TimeSpan.FromMinutes(5)
        // A call that was begun and never sent is a person's matter once it is too late for another.
        && Verdicts is [Skipped or GaveUp or NeedsPerson { Problem.Code: "too_late_to_call_again" }];

    /// <summary>What happened last.</summary>
    public PublicationEvent? Last { get; private set; }

    /// <summary>From its due time to the record that it is out; null when it is not.</summary>
    public TimeSpan? Late => Verdicts is [WentLive live] ? live.At - Order?.When.DueAt : null;

    public bool SaysLive => Verdicts is [WentLive];

    /// <summary>What happened when, in seconds from its due time.</summary>
    public string Told => string.Join(", ", told.Select(one => $"{one.Name} {(one.At - Order?.When.DueAt)?.TotalSeconds:0.0}"));

    public void Fold(PublicationEvent happened, RecordedEvent recorded)
    {
        Last = happened;
        told.Add((happened.GetType().Name, recorded.Metadata.RecordedAt));
        Intent = happened is PublishStarted ? recorded.Position : null;
        switch (happened)
        {
            case Scheduled scheduled:
                Order = scheduled;
                break;
            case ContainerCreated created:
                Containers.Add(created.Container.Value);
                break;
            case WentLive or GaveUp or Skipped or Withdrawn or NeedsPerson:
                Verdicts.Add(happened);
                break;
        }
    }
}
