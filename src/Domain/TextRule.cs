namespace Campaigns.Domain;

/// <summary>The rules every free text keeps: its length, and no control characters but line breaks and tabs.</summary>
public static class TextRule
{
    /// <summary>Null when the text keeps the rules; else a refusal that names the field.</summary>
    /// <param name="field">As the command names it.</param>
    /// <param name="text">Null is refused when something is required.</param>
    /// <param name="max">Most characters (UTF-16 units).</param>
    /// <param name="required">Whether blank is refused.</param>
    public static Refusal? Check(string field, string? text, int max, bool required = true)
    {
        if (required && string.IsNullOrWhiteSpace(text))
            return new("input.required", $"'{field}' must not be blank.", field);
        if (text is null)
            return null;
        if (text.Length > max)
            return new("input.too_long", $"'{field}' has {text.Length} characters; at most {max} are allowed.", field);
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || !IsWellFormed(text))
            return new("input.malformed", $"'{field}' holds control characters or broken Unicode.", field);
        return null;
    }

    /// <summary>The first refusal, or null when there is none.</summary>
    public static Refusal? First(params ReadOnlySpan<Refusal?> refusals)
    {
        foreach (var refusal in refusals)
            if (refusal is not null)
                return refusal;
        return null;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
                return false;
        return true;
    }
}
