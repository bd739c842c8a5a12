using System.Buffers.Text;
using System.Text;
using Campaigns.Api.GraphQL.Paging;

namespace Campaigns.Api.Tests.Sample;

/// <summary>Pages of notes, which are ordered by their ids.</summary>
internal static class NotePages
{
    private const string Mark = "note:";

    /// <summary>The id that the page begins beyond; null: the list's end.</summary>
    public static string? From(Page page)
    {
        if (page.Cursor is null)
            return null;
        try
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(page.Cursor));
            return text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : throw page.Unreadable();
        }
        catch (FormatException)
        {
            throw page.Unreadable();
        }
    }

    /// <summary>The page of notes read, one more of them than it has when there are more.</summary>
    public static Connection<Note> Connect(Page page, IReadOnlyList<Note> notes)
    {
        var kept = notes.Take(page.Size).Select(note => new Edge<Note>(Cursor(note), note));
        Edge<Note>[] edges = [.. page.Backward ? kept.Reverse() : kept];
        var (more, beyond) = (notes.Count > page.Size, page.Cursor is not null);
        return new(
            edges,
            new(
                HasNextPage: page.Backward ? beyond : more,
                HasPreviousPage: page.Backward ? more : beyond,
                StartCursor: edges.FirstOrDefault()?.Cursor,
                EndCursor: edges.LastOrDefault()?.Cursor
            )
        );
    }

    private static string Cursor(Note note) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Mark + note.Id.Value));
}
