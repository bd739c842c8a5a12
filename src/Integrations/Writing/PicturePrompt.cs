using System.Text;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;

namespace Campaigns.Integrations.Writing;

/// <summary>What an illustrator is told beside what to draw: the brand's colours and tone, and what the pictures that come along are for.</summary>
internal static class PicturePrompt
{
    /// <summary>The prompt alone.</summary>
    public const string Plain = "item-picture.v1";

    /// <summary>With brand and references.</summary>
    public const string Version = "item-picture.v3";

    public static (string Prompt, string Version) For(GenerationJob.Image job)
    {
        var references = job.References ?? [];
        if (job.Brand is null && references.Count == 0)
            return (job.Prompt, Plain);
        var text = new StringBuilder(job.Prompt);
        if (job.Brand is { } brand)
        {
            if (BrandLines.Colours(brand) is { Length: > 0 } colours)
                text.Append("\n\nBrand colours, where they fit: ").Append(colours).Append('.');
            if (brand.Tone is { Length: > 0 } tone)
                text.Append("\nMood: ").Append(tone).Append('.');
        }
        for (var n = 0; n < references.Count; n++)
            text.Append("\n\nPicture ").Append(n + 1).Append(": ").Append(Use(references[n].Role));
        return (text.ToString(), Version);
    }

    private static string Use(ReferenceRole role) =>
        role switch
        {
            ReferenceRole.Product => "the product. Show it as it is: shape, colours, lettering.",
            ReferenceRole.Logo => "the brand's mark. If it is shown, show it unchanged.",
            ReferenceRole.Original => "the picture to change. Draw it again with that change alone: everything else in it stays as it is.",
            ReferenceRole.Style => "another picture of the same piece. Keep to its look: light, colours, manner.",
            _ => "an inspiration. Take its manner, not the things it shows.",
        };
}
