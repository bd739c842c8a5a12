using Campaigns.Domain.History;
using GraphQL;

namespace Campaigns.Api.History;

/// <summary>One thing that an event made other than it was, in words for people.</summary>
[Name("Change")]
public sealed class ChangeView(Change change)
{
    /// <summary>What, as the subject's own type names it where it does, such as `caption`.</summary>
    public string Field => change.Field;

    /// <summary>What stood there; null: nothing.</summary>
    public string? From => change.From;

    /// <summary>What stood there afterwards; null: nothing.</summary>
    public string? To => change.To;

    /// <summary>The post whose it is; null for the subject's own.</summary>
    public Guid? PostId => change.Item?.Uuid;

    /// <summary>The change in one English sentence, long values cut short.</summary>
    public string InWords => change.InWords();
}
