using System.Runtime.CompilerServices;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;
using Microsoft.Extensions.AI;

namespace Campaigns.Integrations.Gemini;

/// <summary>Gemini behind the chat interface that every text provider shares.</summary>
internal sealed class GeminiChatClient(GeminiClient gemini, GeminiOptions settings) : IChatClient
{
    public const string Provider = "gemini";

    /// <exception cref="GeminiException">There is no answer; the exception says why.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var request = GeminiChatRequest.From([.. messages], options, settings.MaxTextTokens);
        var reply = await gemini.Generate(options?.ModelId ?? settings.TextModel, request, settings.TextTimeout, cancellationToken);
        if (reply is not Reply<GeminiAnswer>.Done { Value: var answer })
            throw new GeminiException(reply);

        return new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(answer.Parts.Select(part => part.Text("text")))))
        {
            ModelId = answer.Model,
            FinishReason = ChatFinishReason.Stop,
            Usage = Details(answer.Usage),
        };
    }

    // Nothing here reads word by word, so one whole answer is all the stream there is.
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(Provider, settings.BaseUrl, settings.TextModel)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose() { } // the connections belong to the HTTP client's factory

    /// <summary>There, thinking counts as part of the output and cached tokens as part of the input.</summary>
    private static UsageDetails Details(TokenUsage usage) =>
        new()
        {
            InputTokenCount = usage.Input,
            CachedInputTokenCount = usage.CachedInput,
            OutputTokenCount = usage.Output + usage.Thinking,
            ReasoningTokenCount = usage.Thinking,
            TotalTokenCount = usage.Input + usage.Output + usage.Thinking,
        };
}
