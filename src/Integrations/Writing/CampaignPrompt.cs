using System.Globalization;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;

namespace Campaigns.Integrations.Writing;

/// <summary>Our side of the conversation about a campaign.</summary>
internal sealed class CampaignPrompt
{
    /// <summary>Stands in the provenance of what was written.</summary>
    public const string Version = "campaign.v3";

    private readonly PromptFile instructions = new(Version);
    private readonly PromptFile order = new($"{Version}.order");

    public string Instructions => instructions.ToString();

    public string Order(GenerationJob.Text job) =>
        order.Fill(
            new Dictionary<string, string>
            {
                ["language"] = job.Order.Language,
                ["tone"] = job.Order.Tone ?? job.Brand?.Tone ?? "as fits the brief",
                ["illustrated"] = job.Order.Illustrate ? "yes" : "no",
                ["items"] = string.Join('\n', Lines(job.Order)),
                ["brand"] = BrandLines.Of(job.Brand),
                ["brief"] = job.Brief,
                ["written"] = job.Beside is { Count: > 0 } beside ? string.Join('\n', beside.Select(caption => $"- {caption}")) : "nothing",
            }
        );

    private static IEnumerable<string> Lines(WritingOrder ask)
    {
        IEnumerable<string> lines = ["posts:", .. Counted(ask.Posts)];
        if (ask.Ads is { Count: > 0 } ads)
            lines = [.. lines, "ads:", .. Ads(ads)];
        if (ask.Carousels is { } carousels)
            lines =
            [
                .. lines,
                Line($"carousels: {carousels.Count} of {carousels.Slides} slides each, for Instagram (at most 2200 characters)"),
            ];
        if (ask.Clips is { } clips)
            lines = [.. lines, Line($"clips: {clips.Count} of {clips.Scenes} scenes each, for Instagram (at most 2200 characters)")];
        return lines;
    }

    private static IEnumerable<string> Counted(IReadOnlyList<PostCount> counts) =>
        counts
            .Where(count => count.Count > 0)
            .Select(count =>
            {
                var limits = PlatformLimits.Of(count.Platform);
                return Line(
                    $"- {count.Platform}: {count.Count} (at most {limits.Characters} characters and {limits.Hashtags} hashtags each)"
                );
            });

    private static IEnumerable<string> Ads(IReadOnlyList<PostCount> counts) =>
        counts
            .Where(count => count.Count > 0)
            .Select(count =>
                Line(
                    $"- {count.Platform}: {count.Count} (headline at most {DraftRules.HeadlineOf(count.Platform)} characters, body at most {PlatformLimits.Of(count.Platform).Characters} characters, no hashtags)"
                )
            );

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
