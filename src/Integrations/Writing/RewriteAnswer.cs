using System.Text;
using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Writing;

/// <summary>Checks an item that was written anew. Fields that were not asked for stay as they were.</summary>
internal static class RewriteAnswer
{
    public static ReadAnswer Read(string json, GenerationJob.Rewrite job, Provenance madeBy)
    {
        var root = LenientJson.Parse(Encoding.UTF8.GetBytes(json)) ?? default;
        var found = root.Member("variants").Items().Select(item => Variant(item, job)).ToList();
        var faults = found
            .SelectMany((draft, n) => Faults(draft, job).Select(fault => FormattableString.Invariant($"Variant {n + 1}: {fault}.")))
            .ToList();
        if (found.Count != job.Ask.Variants)
            faults.Add(FormattableString.Invariant($"{job.Ask.Variants} variants were ordered, {found.Count} were written."));
        if (job.Ask.Language is { } language && LanguageCheck.Fault(found, language) is { } foreign)
        {
            faults.Insert(0, foreign);
            found.Clear();
        }
        if (faults.Count == 0)
            return new(new GenerationResult.Variants(found, madeBy), null);
        var good = found.Where(draft => Faults(draft, job).Count == 0).Take(job.Ask.Variants).ToList();
        return new(null, new(json, faults, good.Count == 0 ? null : new GenerationResult.Variants(good, madeBy, faults)));
    }

    private static DraftPost Variant(JsonElement item, GenerationJob.Rewrite job)
    {
        var old = job.Draft.Text;
        var text = job.Ask.Field switch
        {
            ItemField.Caption => old with { Caption = item.Text("caption")?.Trim() ?? "" },
            ItemField.Hashtags => old with { Hashtags = DraftReader.Hashtags(item) },
            ItemField.ImagePrompt => old with { ImagePrompt = DraftReader.Filled(item.Text("imagePrompt")) },
            ItemField.AltText => old with { AltText = DraftReader.Filled(item.Text("altText")) },
            _ => DraftReader.Words(item, old.ImagePrompt is not null),
        };
        return job.Draft with { Text = text };
    }

    private static List<string> Faults(DraftPost draft, GenerationJob.Rewrite job)
    {
        List<string> faults = [.. DraftRules.Words(draft, illustrated: job.Draft.Text.ImagePrompt is not null)];
        var missing = job.Ask.Field switch
        {
            ItemField.Hashtags => draft.Text.Hashtags.Count == 0,
            ItemField.ImagePrompt => draft.Text.ImagePrompt is null,
            ItemField.AltText => draft.Text.AltText is null,
            _ => false,
        };
        if (missing)
            faults.Add($"`{RewriteSchema.NameOf(job.Ask.Field!.Value)}` is missing");
        return faults;
    }
}
