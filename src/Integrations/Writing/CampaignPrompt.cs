using System.Globalization;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Integrations.Writing;

/// <summary>Our side of the conversation with the model.</summary>
internal sealed class CampaignPrompt
{
    /// <summary>Stands in the provenance of what was written.</summary>
    public const string Version = "campaign-posts.v1";

    private readonly PromptFile instructions = new(Version);
    private readonly PromptFile order = new($"{Version}.order");
    private readonly PromptFile repair = new($"{Version}.repair");

    public string Instructions => instructions.ToString();

    public string Order(string brief, BrandProfile? brand, WritingOrder ask) =>
        order.Fill(
            new Dictionary<string, string>
            {
                ["language"] = ask.Language,
                ["tone"] = ask.Tone ?? brand?.Tone ?? "as fits the brief",
                ["illustrated"] = ask.Illustrate ? "yes" : "no",
                ["posts"] = string.Join('\n', ask.Posts.Select(Line)),
                ["brand"] = string.Join('\n', Lines(brand)),
                ["brief"] = brief,
            }
        );

    public string Repair(string orderText, string answer, IEnumerable<string> faults) =>
        repair.Fill(
            new Dictionary<string, string>
            {
                ["order"] = orderText,
                ["answer"] = answer,
                ["faults"] = string.Join('\n', faults.Select(fault => $"- {fault}")),
            }
        );

    private static string Line(PostCount post)
    {
        var limits = PlatformLimits.Of(post.Platform);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"- {post.Platform}: {post.Count} (at most {limits.Characters} characters and {limits.Hashtags} hashtags each)"
        );
    }

    private static IEnumerable<string> Lines(BrandProfile? brand)
    {
        if (brand is null)
            return ["name: (none given)"];
        var colors = string.Join(
            ", ",
            new[] { brand.PrimaryColor, brand.SecondaryColor, brand.TertiaryColor }.Where(color => color is not null)
        );
        (string Name, string? Value)[] known =
        [
            ("name", brand.Name),
            ("language", brand.Language),
            ("tone", brand.Tone),
            ("colours", colors),
            ("description", brand.Description),
        ];
        return known.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => $"{line.Name}: {line.Value}");
    }
}
