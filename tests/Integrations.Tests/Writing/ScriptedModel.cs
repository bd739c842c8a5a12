using Campaigns.Domain;
using Campaigns.Domain.Generations;

namespace Campaigns.Integrations.Tests.Writing;

/// <summary>A text model that says what it is told to, and keeps what it was asked.</summary>
internal sealed class ScriptedModel(params Reply<GeneratedText>[] replies) : ITextGenerator
{
    public List<TextRequest> Asked { get; } = [];

    public static Reply<GeneratedText> Says(string json) =>
        new Reply<GeneratedText>.Done(new(json, "gemini", "m-1", new TokenUsage(100, 10, 50, 5)));

    public Task<Reply<GeneratedText>> Write(TextRequest request, CancellationToken ct)
    {
        Asked.Add(request);
        return Task.FromResult(replies[Asked.Count - 1]);
    }
}
