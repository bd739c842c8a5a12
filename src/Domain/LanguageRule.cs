using System.Text.RegularExpressions;

namespace Campaigns.Domain;

/// <summary>Languages are BCP 47 tags: a language, and perhaps a script and a region.</summary>
public static partial class LanguageRule
{
    /// <summary>Null when it is such a tag; else a refusal that names the field.</summary>
    public static Refusal? Check(string field, string? language) =>
        language is not null && Tag.IsMatch(language)
            ? null
            : new("input.language_malformed", $"'{field}' must be a language tag like 'en' or 'pt-BR'.", field);

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?\z")]
    private static partial Regex Tag { get; }
}
