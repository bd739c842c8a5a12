using System.Text;
using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;
using Microsoft.Extensions.AI;

namespace Campaigns.Integrations.Gemini;

/// <summary>Writes JSON by a chat model.</summary>
internal sealed class GeminiText(IChatClient chat) : ITextGenerator
{
    public async Task<Reply<GeneratedText>> Write(TextRequest request, CancellationToken ct)
    {
        var options = new ChatOptions
        {
            Instructions = request.Instructions,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonSerializer.SerializeToElement(request.Schema)),
        };
        try
        {
            return Whole(await chat.GetResponseAsync([new ChatMessage(ChatRole.User, request.Prompt)], options, ct));
        }
        catch (GeminiException failure)
        {
            return failure.Reply.PassOn<GeminiAnswer, GeneratedText>();
        }
    }

    private static Reply<GeneratedText> Whole(ChatResponse response) =>
        response.Text is not { Length: > 0 } json ? Broken("empty", "Gemini's answer has no text.")
        : LenientJson.Parse(Encoding.UTF8.GetBytes(json)) is null
            ? Broken("malformed", "Gemini's answer is not the JSON that was asked for.")
        : new Reply<GeneratedText>.Done(new(json, GeminiChatClient.Provider, response.ModelId ?? "", Count(response.Usage)));

    private static TokenUsage Count(UsageDetails? usage) =>
        new(
            usage?.InputTokenCount ?? 0,
            usage?.CachedInputTokenCount ?? 0,
            (usage?.OutputTokenCount ?? 0) - (usage?.ReasoningTokenCount ?? 0),
            usage?.ReasoningTokenCount ?? 0
        );

    private static Reply<GeneratedText>.Broken Broken(string code, string message) => new(new(ProblemClass.Transient, code, message));
}
