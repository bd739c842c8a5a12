using GraphQL;

namespace Campaigns.Api.Tests.Sample;

/// <summary>What can be done.</summary>
public sealed partial class Mutation
{
    /// <summary>Writes a note. Safe to repeat with the same id.</summary>
    public static async Task<WriteNotePayload> WriteNote([FromServices] Notebook notebook, WriteNoteInput input)
    {
        await Task.Yield();
        return input.Text.Length switch
        {
            0 => new(null, [new InvalidNote("note.empty", "A note has a text.", "text")]),
            > 100 => new(null, [new NotebookFull("notebook.full", "There is no room for it.", notebook.Room)]),
            _ => new(notebook.Add(input.ToNote()), []),
        };
    }
}
