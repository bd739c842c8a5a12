using Campaigns.Api.GraphQL.Paging;
using Campaigns.Domain;
using GraphQL;

namespace Campaigns.Api.Tests.Sample;

/// <summary>What can be asked.</summary>
public sealed partial class Query
{
    /// <summary>One note; null when there is none.</summary>
    /// <param name="id">The note's id, see <see cref="Note.Id"/>.</param>
    public static Note? Note([FromServices] Notebook notebook, CommandId id) => notebook.Find(id);

    /// <summary>The notes, oldest first.</summary>
    public static Connection<Note> Notes(
        [FromServices] Notebook notebook,
        int? first,
        string? after,
        int? last,
        string? before,
        NoteFilter? where = null
    )
    {
        var page = Page.Of(first, after, last, before);
        return NotePages.Connect(page, notebook.Read(page, where));
    }

    /// <summary>Waits until the request is given up.</summary>
    public static async Task<bool> Wait(CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, ct);
        return true;
    }

    /// <summary>Throws what tests want thrown.</summary>
    public static string? Fail([FromServices] Failures failures) => throw failures.Next;

    /// <summary>Throws, though it promises a value.</summary>
    public static string FailHard([FromServices] Failures failures) => throw failures.Next;

    /// <summary>Gives its argument back.</summary>
    public static DateTimeOffset Echo(DateTimeOffset at) => at;
}
