namespace Campaigns.Api.GraphQL.Paging;

/// <summary>Which part of a list is wanted, as the Relay arguments say it.</summary>
/// <param name="Size">How many entries; 1 to <see cref="Largest"/>.</param>
/// <param name="Backward">The last entries rather than the first.</param>
/// <param name="Cursor">The cursor the page begins beyond; null: the list's end.</param>
public sealed record Page(int Size, bool Backward, string? Cursor)
{
    /// <summary>The most entries one page has.</summary>
    public const int Largest = 100;

    /// <summary>How many entries a page has when nothing is said.</summary>
    public const int Usual = 20;

    /// <summary>Reads the arguments of a connection field.</summary>
    /// <param name="first">How many from the front.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <exception cref="RequestFailure">BAD_USER_INPUT: out of range, or both directions at once.</exception>
    public static Page Of(int? first, string? after, int? last, string? before)
    {
        var backward = last is not null || before is not null;
        if (backward && (first is not null || after is not null))
            throw RequestFailure.BadInput(
                last is null ? "before" : "last",
                "Page forward with first and after, or backward with last and before."
            );

        var (size, name) = backward ? (last, "last") : (first, "first");
        if (size is < 1 or > Largest)
            throw RequestFailure.BadInput(name, $"It must be 1 to {Largest}.");

        return new(size ?? Usual, backward, backward ? before : after);
    }

    /// <summary>BAD_USER_INPUT: the cursor is none of this list.</summary>
    public RequestFailure Unreadable() => RequestFailure.BadInput(Backward ? "before" : "after", "It is not a cursor of this list.");
}
