using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Generations;

/// <summary>Has one thing made by a model. Its reminder is its heartbeat: it rings until the campaign has heard of the result.</summary>
internal sealed class GenerationGrain(
    Journal journal,
    ICampaignWriter writer,
    IImageGenerator images,
    IMediaStore media,
    ILogger<GenerationGrain> logger
) : SagaGrain<Generation, GenerationEvent>(journal, logger), IGenerationGrain
{
    private const string ImagePromptVersion = "item-picture.v1";

    // Asked for again though it was delivered: the campaign has not heard after all, and hearing twice changes nothing.
    private bool deliverAgain;

    protected override string Category => "generation";

    protected override ActorId Actor => ActorId.Generator;

    public async Task Start(GenerationJob job)
    {
        await Refresh();
        if (State is Generation.Unknown)
        {
            await RingBy(Now); // before the append: a stray ring heals itself, a missing one would not
            await Record(GenerationDecider.Request(State, job), Actor);
        }
        deliverAgain = State is Generation.Finished { Delivered: true };
        GoOn();
    }

    protected override async Task<Pause?> Step()
    {
        switch (Next())
        {
            case GenerationStep.Wait { Until: var until }:
                return Pause.Until(until);
            case GenerationStep.Call { Job: var job }:
                if (await Record(GenerationDecider.Start(State, Now), Actor) && State is Generation.Working)
                    await Record(await Call(job), Actor);
                return null;
            case GenerationStep.Deliver { Job: var job, Result: var result }:
                var campaign = GrainFactory.Campaign(Tenant, job.Campaign);
                if (await campaign.RecordResult(new(Guid.Parse(Id)), result) is Outcome.Unavailable busy)
                    return Pause.Until(Now + busy.RetryAfter);
                deliverAgain = false;
                await Record(GenerationDecider.RecordDelivered(State), Actor);
                return null;
            default:
                return Pause.Forever;
        }
    }

    private GenerationStep Next() =>
        deliverAgain && State is Generation.Finished finished
            ? new GenerationStep.Deliver(finished.Job, finished.Result)
            : GenerationFlow.Next(State, Now);

    private async Task<Decision<GenerationEvent>> Call(GenerationJob job)
    {
        switch (job)
        {
            case GenerationJob.Text text:
                var posts = await writer.Write(text.Brief, text.Brand, text.Order, CancellationToken.None);
                return GenerationDecider.RecordText(State, posts.Map(made => (made.Posts, made.MadeBy, made.Usage)), Now);
            case GenerationJob.Image image:
                return GenerationDecider.RecordImage(State, await Draw(image), Now);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Reply<(MediaAsset, Provenance, TokenUsage)>> Draw(GenerationJob.Image job)
    {
        var drawn = await images.Draw(new(job.Prompt, job.Ratio), CancellationToken.None);
        if (drawn is not Reply<GeneratedImage>.Done { Value: var image })
            return drawn.Map<(MediaAsset, Provenance, TokenUsage)>(_ => throw new System.Diagnostics.UnreachableException());
        var kept = await media.Keep(Tenant, image.Bytes, CancellationToken.None);
        return kept.Map(asset => (asset, new Provenance(image.Provider, image.Model, ImagePromptVersion), image.Usage));
    }
}
