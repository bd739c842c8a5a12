namespace Campaigns.Domain.History;

/// <summary>Tells changes in English sentences.</summary>
public static class ChangeWords
{
    private const int Longest = 60; // of anything that people wrote
    private const int Most = 4; // sentences of one event: more is a list, not something to read

    /// <summary>One change, as a sentence: what, from what, to what. Long values are cut short.</summary>
    public static string InWords(this Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var what = (change.Item is null ? "The " : "The post's ") + Noun(change.Field);
        var verb = change.Field.EndsWith('s') ? "were" : "was";
        return change switch
        {
            { From: null, To: { } to } => $"{what} {verb} set to {Quoted(to)}.",
            { From: { } from, To: null } => $"{what} {verb} cleared, from {Quoted(from)}.",
            { From: { } from, To: { } to } => $"{what} {verb} changed from {Quoted(from)} to {Quoted(to)}.",
            _ => $"{what} {verb} left empty.",
        };
    }

    /// <summary>All changes of one event; null when it changed nothing that can be told.</summary>
    public static string? InWords(this IReadOnlyList<Change> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
            return null;
        var told = string.Join(' ', changes.Take(Most).Select(InWords));
        var more = changes.Count - Most;
        return more switch
        {
            <= 0 => told,
            1 => $"{told} And 1 change more.",
            _ => $"{told} And {more} changes more.",
        };
    }

    private static string Noun(string field) =>
        field switch
        {
            "aiHardLimit" => "hard limit of AI money",
            "aiSoftLimit" => "soft limit of AI money",
            "blockedUntil" => "end of the block",
            "brandId" => "brand",
            "decideBy" => "latest time to decide",
            "deferredBecause" => "reason to wait",
            "deferredUntil" => "wait",
            "dueAt" => "due time",
            "dueLocal" => "local due time",
            "endedBecause" => "reason of the end",
            "disabledBecause" => "reason of the disabling",
            "formerSecretUntil" => "end of the former secret",
            "heldBecause" => "hold",
            "instagramUserId" => "Instagram user id",
            "liveAt" => "time of going live",
            "madeBy" => "maker",
            "media" => "picture",
            "mediaId" => "media id",
            "nextTryAt" => "time of the next try",
            "publishUntil" => "latest time to go out",
            _ => string.Concat(field.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")),
        };

    private static string Quoted(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= Longest)
            return $"“{line}”";
        // Never half of a character that takes two.
        var end = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return $"“{line[..end]}…”";
    }
}
