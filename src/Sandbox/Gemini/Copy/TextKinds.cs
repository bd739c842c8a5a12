namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Guesses from a property's name what text it wants.</summary>
internal static class TextKinds
{
    private static readonly (string Kind, string[] Marks)[] Known =
    [
        (
            "imagePrompt",
            ["imageprompt", "image_prompt", "visual", "imagedescription", "scene", "imagem", "bild", "imagen", "artdirection", "prompt"]
        ),
        ("altText", ["alttext", "alt_text", "alt", "accessib"]),
        ("tag", ["hashtag", "tags", "tag"]),
        ("call", ["cta", "calltoaction", "call_to_action", "button", "action"]),
        ("caption", ["caption", "body", "copy", "text", "legenda", "beschreibung", "description", "post", "script", "content"]),
        ("headline", ["headline", "title", "hook", "titel", "título", "name", "theme", "subject", "slogan", "tagline", "heading"]),
        ("brief", ["brief"]),
        ("language", ["language", "locale", "lang"]),
        ("colour", ["colour", "color"]),
        ("address", ["url", "uri", "link"]),
        ("date", ["date", "day"]),
        ("time", ["time", "hour"]),
        ("key", ["key", "slug", "id"]),
        ("word", ["keyword"]),
        ("slide", ["words", "onscreen"]),
        ("word", ["word", "topic", "tone", "mood"]),
    ];

    public static string Of(string property, string? format) =>
        format switch
        {
            "date" => "date",
            "date-time" => "instant",
            "time" => "time",
            "uri" or "url" => "address",
            "email" => "email",
            _ => Known.FirstOrDefault(kind => kind.Marks.Any(mark => Means(property, mark))).Kind ?? "sentence",
        };

    /// <summary>Short marks must be the whole name or end it ("postId", but not "video"); long ones may stand anywhere.</summary>
    private static bool Means(string property, string mark) =>
        mark.Length > 3
            ? property.Contains(mark, StringComparison.OrdinalIgnoreCase)
            : property.Equals(mark, StringComparison.OrdinalIgnoreCase)
                || property.EndsWith(char.ToUpperInvariant(mark[0]) + mark[1..], StringComparison.Ordinal)
                || property.EndsWith("_" + mark, StringComparison.Ordinal)
                || property.StartsWith(mark + "_", StringComparison.Ordinal);
}
