using System.Collections.Concurrent;
using Campaigns.Api.GraphQL.Paging;
using Campaigns.Domain;

namespace Campaigns.Api.Tests.Sample;

/// <summary>Keeps notes.</summary>
public sealed class Notebook
{
    private readonly ConcurrentDictionary<CommandId, Note> _notes = new();

    public int Room { get; } = 3;

    public Note? Find(CommandId id) => _notes.GetValueOrDefault(id);

    public Note Add(Note note) => _notes[note.Id] = note;

    public IReadOnlyList<Note> Read(Page page, NoteFilter? where)
    {
        var notes = _notes
            .Values.Where(note => where?.Mood is not { } mood || note.Mood == mood)
            .OrderBy(note => note.Id.Value, StringComparer.Ordinal);
        var from = NotePages.From(page);
        var rows = page.Backward
            ? notes.Reverse().Where(note => from is null || string.CompareOrdinal(note.Id.Value, from) < 0)
            : notes.Where(note => from is null || string.CompareOrdinal(note.Id.Value, from) > 0);
        return [.. rows.Take(page.Size + 1)];
    }
}

/// <summary>What the failing fields throw.</summary>
public sealed class Failures
{
    public Exception Next { get; set; } = new InvalidOperationException("secret of the machine");
}
