using Campaigns.Domain;

namespace Campaigns.Api.Tests.Sample;

/// <summary>Something to remember.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What it says.</param>
/// <param name="Mood">How it sounds.</param>
/// <param name="DueAt">When it matters; null: always.</param>
/// <param name="Tags">What it is about.</param>
public sealed record Note(CommandId Id, string Text, Mood Mood, DateTimeOffset? DueAt, IReadOnlyList<string> Tags);

/// <summary>How a note sounds.</summary>
public enum Mood
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Not as it is.</summary>
    TongueInCheek,
}

/// <summary>Which notes to show; what is left out does not matter.</summary>
/// <param name="Mood">Only those that sound like this.</param>
/// <param name="DueBefore">Only those due earlier.</param>
public sealed record NoteFilter(Mood? Mood = null, DateTimeOffset? DueBefore = null);
