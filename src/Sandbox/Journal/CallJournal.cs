using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Journal;

/// <summary>Every call in the order it took effect, so that a test can ask the platform, not us, what went out.</summary>
internal sealed class CallJournal
{
    private readonly Lock gate = new();
    private readonly List<JournalEntry> entries = [];
    private readonly JsonLines file;
    private readonly TimeProvider clock;
    private long last;

    public CallJournal(SandboxSettings settings)
    {
        clock = settings.Clock;
        file = JsonLines.In(settings, "journal.jsonl");
        entries.AddRange(file.Read<JournalEntry>());
        last = entries.Count == 0 ? 0 : entries[^1].Seq;
    }

    public void Record(
        string provider,
        string operation,
        string? account,
        JsonNode? arguments,
        string outcome = "ok",
        string? error = null,
        JsonNode? result = null
    )
    {
        var shown = arguments is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(Redaction.Of(arguments), JsonReply.Plain);
        var ids = result is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(Redaction.Of(result), JsonReply.Plain);
        lock (gate)
        {
            var entry = new JournalEntry(++last, clock.GetUtcNow(), provider, operation, account, shown, outcome, error, ids);
            file.Append(entry);
            entries.Add(entry);
        }
    }

    public IReadOnlyList<JournalEntry> Read(string? provider, string? operation, long since)
    {
        lock (gate)
            return
            [
                .. entries.Where(entry =>
                    entry.Seq > since
                    && (provider is null || entry.Provider == provider)
                    && (operation is null || entry.Operation == operation)
                ),
            ];
    }

    /// <summary>Forgets the entries, but not the count: a caller's <c>since</c> stays good.</summary>
    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
            file.Clear();
        }
    }
}
