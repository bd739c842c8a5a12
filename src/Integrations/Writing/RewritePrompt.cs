using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using static Campaigns.Integrations.Writing.JsonShape;

namespace Campaigns.Integrations.Writing;

/// <summary>Our side of the conversation about one item.</summary>
internal sealed class RewritePrompt
{
    /// <summary>Stands in the provenance of what was written.</summary>
    public const string Version = "item-rewrite.v1";

    private readonly PromptFile instructions = new(Version);
    private readonly PromptFile order = new($"{Version}.order");

    public string Instructions => instructions.ToString();

    public string Order(GenerationJob.Rewrite job)
    {
        var limits = PlatformLimits.Of(job.Draft.Platform);
        return order.Fill(
            new Dictionary<string, string>
            {
                ["language"] = job.Ask.Language ?? job.Brand?.Language ?? "as the item has it",
                ["field"] = job.Ask.Field is { } field ? RewriteSchema.NameOf(field) : "all",
                ["variants"] = job.Ask.Variants.ToString(CultureInfo.InvariantCulture),
                ["platform"] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{job.Draft.Platform} (at most {limits.Characters} characters and {limits.Hashtags} hashtags)"
                ),
                ["instruction"] = job.Ask.Instruction,
                ["item"] = string.Join('\n', Lines(job.Draft)),
                ["brand"] = BrandLines.Of(job.Brand),
                ["brief"] = job.Brief,
            }
        );
    }

    private static IEnumerable<string> Lines(DraftPost draft)
    {
        (string Name, string? Value)[] known =
        [
            ("title", draft.Script?.Title),
            ("hook", draft.Script?.Hook),
            ("caption", draft.Text.Caption),
            ("hashtags", string.Join(' ', draft.Text.Hashtags)),
            ("imagePrompt", draft.Text.ImagePrompt),
            ("altText", draft.Text.AltText),
        ];
        return known.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => $"{line.Name}: {line.Value}");
    }
}

/// <summary>The shape of an item written anew.</summary>
internal static class RewriteSchema
{
    public static JsonObject For(GenerationJob.Rewrite job) =>
        JsonShape.Object(("variants", Many(job.Ask.Variants, JsonShape.Object(Members(job)))));

    public static string NameOf(ItemField field) =>
        field switch
        {
            ItemField.Caption => "caption",
            ItemField.Hashtags => "hashtags",
            ItemField.ImagePrompt => "imagePrompt",
            ItemField.AltText => "altText",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
        };

    private static (string, JsonObject)[] Members(GenerationJob.Rewrite job) =>
        job.Ask.Field switch
        {
            ItemField.Hashtags => [("hashtags", Hashtags)],
            { } field => [(NameOf(field), Text("The field, written anew."))],
            null => [("caption", Text("The post's words, without hashtags.")), ("hashtags", Hashtags), .. Picture(job.Draft)],
        };

    private static (string, JsonObject)[] Picture(DraftPost draft) =>
        draft.Text.ImagePrompt is null
            ? []
            : [("imagePrompt", Text("What the picture should show.")), ("altText", Text("The picture, for someone who cannot see it."))];
}
