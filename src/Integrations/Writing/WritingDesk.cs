using System.Diagnostics;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Writing;

/// <summary>All prompts there are, and how their answers are read.</summary>
internal sealed class WritingDesk : IWritingDesk
{
    private readonly CampaignPrompt campaign = new();
    private readonly RewritePrompt rewriting = new();
    private readonly BriefPrompt brief = new();
    private readonly RepairPrompt repair = new();

    public TextRequest Ask(GenerationJob job, FaultyAnswer? mend)
    {
        var ask = job switch
        {
            GenerationJob.Text text => new TextRequest(campaign.Instructions, campaign.Order(text), CampaignSchema.For(text.Order)),
            GenerationJob.Rewrite rewrite => new(rewriting.Instructions, rewriting.Order(rewrite), RewriteSchema.For(rewrite)),
            GenerationJob.Improve improve => new(brief.Instructions, brief.Order(improve), BriefPrompt.Schema),
            _ => throw new UnreachableException("Only words are asked for here."),
        };
        return mend is null ? ask : ask with { Prompt = repair.For(ask.Prompt, mend) };
    }

    public ReadAnswer Read(GenerationJob job, string json, ModelChoice model, FaultyAnswer? mended) =>
        job switch
        {
            GenerationJob.Text text => CampaignAnswer.Read(json, text.Order, MadeBy(model, CampaignPrompt.Version), mended),
            GenerationJob.Rewrite rewrite => RewriteAnswer.Read(json, rewrite, MadeBy(model, RewritePrompt.Version)),
            GenerationJob.Improve => BriefPrompt.Read(json, MadeBy(model, BriefPrompt.Version)),
            _ => throw new UnreachableException("Only words are read here."),
        };

    public (string Prompt, string Version) Picture(GenerationJob.Image job) => PicturePrompt.For(job);

    private static Provenance MadeBy(ModelChoice model, string prompt) => new(model.Provider, model.Model, prompt);
}
