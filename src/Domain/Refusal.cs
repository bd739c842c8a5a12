namespace Campaigns.Domain;

/// <summary>A business "no": stable code, what is wrong in words, and the input it is about. Each feature adds its own as extension members.</summary>
/// <param name="Code">Stable and namespaced, such as <c>publication.due_in_past</c>; callers may switch on it.</param>
/// <param name="Message">One sentence for a person: the rule, and what broke it.</param>
/// <param name="Field">The input field it is about, as the command names it in camelCase; null when it is about the state.</param>
public sealed record Refusal(string Code, string Message, string? Field = null)
{
    /// <summary>The command id was used before with another body.</summary>
    public static Refusal CommandIdReused(CommandId id) =>
        new("command.id_reused", $"Command id '{id}' was already used for a different request; use a new id.", "commandId");

    /// <summary>A client's own words, cut short for a message.</summary>
    internal static string Shown(string? text) =>
        text is { Length: > 60 } ? string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[59]) ? 59 : 60), "…") : text ?? "";
}
