using Campaigns.Api.GraphQL.TypeFirst;
using Campaigns.Domain;
using GraphQL;

namespace Campaigns.Api.Tests.Sample;

/// <summary>A note to write.</summary>
/// <param name="Id">The new note's id.</param>
/// <param name="Text">What it says; at most 100 characters.</param>
/// <param name="Mood">How it sounds.</param>
/// <param name="DueAt">When it matters; null: always.</param>
/// <param name="Tags">What it is about.</param>
public sealed record WriteNoteInput(
    CommandId Id,
    string Text,
    Mood Mood = Mood.Plain,
    DateTimeOffset? DueAt = null,
    IReadOnlyList<string>? Tags = null
)
{
    /// <summary>The note.</summary>
    public Note ToNote() => new(Id, Text, Mood, DueAt, Tags ?? []);
}

/// <summary>What came of writing a note.</summary>
/// <param name="Note">The note; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record WriteNotePayload(Note? Note, IReadOnlyList<IWriteNoteError> Errors);

/// <summary>Why a note was not written.</summary>
[Union]
public interface IWriteNoteError;

/// <summary>A refusal: what every error of a payload has.</summary>
[Name("UserError")]
public interface IUserError
{
    /// <summary>Stable; clients may switch on it.</summary>
    string Code { get; }

    /// <summary>For a person.</summary>
    string Message { get; }
}

/// <summary>The note is not as it must be.</summary>
/// <param name="Code">Stable; clients may switch on it.</param>
/// <param name="Message">For a person.</param>
/// <param name="Field">Which input it is about.</param>
[Implements(typeof(IUserError))]
public sealed record InvalidNote(string Code, string Message, string Field) : IWriteNoteError, IUserError;

/// <summary>There is no room.</summary>
/// <param name="Code">Stable; clients may switch on it.</param>
/// <param name="Message">For a person.</param>
/// <param name="Room">How many notes there may be.</param>
[Implements(typeof(IUserError))]
public sealed record NotebookFull(string Code, string Message, int Room) : IWriteNoteError, IUserError;
