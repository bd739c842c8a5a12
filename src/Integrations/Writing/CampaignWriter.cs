using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Writing;

/// <summary>Orders posts from a text model and checks what comes back.</summary>
internal sealed class CampaignWriter(ITextGenerator model) : ICampaignWriter
{
    private readonly CampaignPrompt prompt = new();

    public async Task<Reply<WrittenPosts>> Write(string brief, BrandProfile? brand, WritingOrder order, CancellationToken ct)
    {
        var ask = new TextRequest(prompt.Instructions, prompt.Order(brief, brand, order), PostsSchema.For(order));
        var reply = await model.Write(ask, ct);
        if (reply is not Reply<GeneratedText>.Done { Value: var first })
            return reply.PassOn<GeneratedText, WrittenPosts>();

        var answer = PostsAnswer.Read(first.Json, order);
        return answer.Faults.Count == 0
            ? Written(answer, first, first.Usage)
            : await Repair(ask with { Prompt = prompt.Repair(ask.Prompt, first.Json, answer.Faults) }, first.Usage, order, ct);
    }

    private async Task<Reply<WrittenPosts>> Repair(TextRequest ask, TokenUsage spent, WritingOrder order, CancellationToken ct)
    {
        var reply = await model.Write(ask, ct);
        if (reply is not Reply<GeneratedText>.Done { Value: var second })
            return reply.PassOn<GeneratedText, WrittenPosts>();

        var answer = PostsAnswer.Read(second.Json, order);
        return answer.Faults.Count == 0
            ? Written(answer, second, Sum(spent, second.Usage))
            : new Reply<WrittenPosts>.Rejected(new(ProblemClass.ContentRejected, "answer_unfit", string.Join(' ', answer.Faults)));
    }

    private static Reply<WrittenPosts>.Done Written(PostsAnswer answer, GeneratedText text, TokenUsage usage) =>
        new(new(answer.Posts, new(text.Provider, text.Model, CampaignPrompt.Version), usage));

    private static TokenUsage Sum(TokenUsage one, TokenUsage other) =>
        new(one.Input + other.Input, one.CachedInput + other.CachedInput, one.Output + other.Output, one.Thinking + other.Thinking);
}
