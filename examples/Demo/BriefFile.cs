using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Demo;

/// <summary>Reads a brief's file. Everything that is wrong with it is said at once, each with its field.</summary>
internal sealed partial class BriefFile
{
    private static readonly LocalDateTimePattern[] Times =
    [
        LocalDateTimePattern.GeneralIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
    ];

    private static readonly string[] Platforms = ["instagram", "facebook", "linkedIn", "twitter"];

    private readonly List<string> errors = [];

    /// <summary>Reads a file's bytes: UTF-8, with or without a mark of it.</summary>
    public static (Brief? Brief, IReadOnlyList<string> Errors) Parse(ReadOnlySpan<byte> file)
    {
        try
        {
            return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            return (null, ["brief: the file is not UTF-8."]);
        }
    }

    /// <summary>The brief; or what is wrong with it, a line each, beginning with the field.</summary>
    public static (Brief? Brief, IReadOnlyList<string> Errors) Parse(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(
                json,
                new()
                {
                    CommentHandling = JsonCommentHandling.Skip,
                    AllowTrailingCommas = true,
                    AllowDuplicateProperties = false,
                }
            );
        }
        catch (JsonException e)
        {
            // Its own words end with the place, counted from nought.
            var what = e.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            return (null, [$"{(e.LineNumber is { } line ? $"line {line + 1}" : "brief")}: this is no JSON: {what}"]);
        }
        using (document)
        {
            var file = new BriefFile();
            var brief = file.Read(document.RootElement);
            return file.errors.Count == 0 ? (brief, []) : (null, file.errors);
        }
    }

    private Brief? Read(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            errors.Add("brief: it must be an object with brand, campaign, posts and publish.");
            return null;
        }
        Known(root, "", "brand", "campaign", "posts", "publish");
        var brand = Section(root, "brand", "name", "language", "description", "primaryColor", "secondaryColor", "tertiaryColor", "tone");
        var campaign = Section(root, "campaign", "name", "brief");
        var posts = Section(root, "posts", [.. Platforms, "language", "tone"]);
        var publish = Section(root, "publish", "zone", "at", "inSeconds", "rubeToken");

        var language = Language(brand, "brand.language");
        if (language is null && !Said("brand.language"))
            errors.Add("brand.language: it must not be missing or blank.");
        return new(
            new(
                Text(brand, "brand.name", 100),
                language ?? "",
                Optional(brand, "brand.description", 2000),
                Color(brand, "brand.primaryColor"),
                Color(brand, "brand.secondaryColor"),
                Color(brand, "brand.tertiaryColor"),
                Optional(brand, "brand.tone", 200)
            ),
            new(Text(campaign, "campaign.name", 200), Text(campaign, "campaign.brief", 20_000)),
            new(Counts(posts), Language(posts, "posts.language") ?? language ?? "", Optional(posts, "posts.tone", 200)),
            Publish(publish)
        );
    }

    private BriefPublish Publish(JsonElement publish)
    {
        var zone = Text(publish, "publish.zone", 60);
        if (zone.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            errors.Add($"publish.zone: '{zone}' is no IANA time zone; write one like 'Europe/Lisbon'.");
        var at = Optional(publish, "publish.at", 40);
        if (at is not null && !Times.Any(pattern => pattern.Parse(at).Success))
            errors.Add("publish.at: it must be a local date and time like '2026-12-01T09:00', without an offset.");
        var seconds = 30;
        if (Find(publish, "publish.inSeconds") is { } value)
        {
            if (at is not null)
                errors.Add("publish.inSeconds: give it or publish.at, not both.");
            if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt32(out seconds) || seconds is < 10 or > 86_400)
                errors.Add("publish.inSeconds: it must be a whole number from 10 to 86400.");
        }
        return new(zone, at, seconds, Optional(publish, "publish.rubeToken", 4000) ?? "rube_demo");
    }

    private List<(string, int)> Counts(JsonElement posts)
    {
        var counts = new List<(string, int)>();
        foreach (var platform in Platforms)
        {
            if (Find(posts, $"posts.{platform}") is not { } value)
                continue;
            if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt32(out var count) || count is < 0 or > 10)
                errors.Add($"posts.{platform}: it must be a whole number from 0 to 10.");
            else if (count > 0)
                counts.Add((EnumValue(platform), count));
        }
        if (
            !counts.Exists(count => count.Item1 == "INSTAGRAM")
            && !errors.Exists(error => error.StartsWith("posts", StringComparison.Ordinal))
        )
            errors.Add("posts.instagram: at least one post is needed, for the demo publishes it.");
        return counts;
    }

    private static string EnumValue(string platform) => platform == "linkedIn" ? "LINKED_IN" : platform.ToUpperInvariant();

    private JsonElement Section(JsonElement root, string name, params ReadOnlySpan<string> known)
    {
        if (!root.TryGetProperty(name, out var section) || section.ValueKind is not JsonValueKind.Object)
        {
            errors.Add($"{name}: it is missing, or no object.");
            return default;
        }
        Known(section, name + ".", known);
        return section;
    }

    private void Known(JsonElement section, string prefix, params ReadOnlySpan<string> known)
    {
        foreach (var property in section.EnumerateObject())
            if (!known.Contains(property.Name))
                errors.Add($"{prefix}{property.Name}: there is no such field; there are {string.Join(", ", known.ToArray())}.");
    }

    private string Text(JsonElement section, string path, int max)
    {
        var text = Optional(section, path, max);
        if (string.IsNullOrWhiteSpace(text) && !Said(path))
            errors.Add($"{path}: it must not be missing or blank.");
        return text ?? "";
    }

    private string? Optional(JsonElement section, string path, int max)
    {
        if (Find(section, path) is not { } value)
            return null;
        if (value.ValueKind is not JsonValueKind.String)
        {
            errors.Add($"{path}: it must be text.");
            return null;
        }
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            errors.Add($"{path}: it holds half of a character (a lone surrogate).");
            return null;
        }
        if (text.Length > max)
            errors.Add($"{path}: it has {text.Length} characters; at most {max} are allowed.");
        if (text.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\r' or '\t')))
            errors.Add($"{path}: it holds control characters.");
        return text;
    }

    private string? Language(JsonElement section, string path)
    {
        var language = Optional(section, path, 35);
        if (string.IsNullOrWhiteSpace(language))
            return null;
        if (!LanguageTag.IsMatch(language) && !Said(path))
            errors.Add($"{path}: '{language}' is no language tag; write one like 'pt-BR'.");
        return language;
    }

    /// <summary>Whether something is said of a field already, or of the whole section it would stand in.</summary>
    private bool Said(string path) =>
        errors.Exists(error =>
            error.StartsWith(path + ":", StringComparison.Ordinal) || error.StartsWith(path.Split('.')[0] + ":", StringComparison.Ordinal)
        );

    // BCP 47, as far as the API takes it.
    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?\z")]
    private static partial Regex LanguageTag { get; }

    private string? Color(JsonElement section, string path)
    {
        var color = Optional(section, path, 100);
        if (color is not null && !(color.Length == 7 && color[0] == '#' && color[1..].All(char.IsAsciiHexDigit)))
            errors.Add($"{path}: it must look like '#1A2B3C'.");
        return color;
    }

    private static JsonElement? Find(JsonElement section, string path) =>
        section.ValueKind is JsonValueKind.Object
        && section.TryGetProperty(path[(path.LastIndexOf('.') + 1)..], out var value)
        && value.ValueKind is not JsonValueKind.Null
            ? value
            : null;
}
