using Campaigns.Domain;

namespace Campaigns.Integrations.Gemini;

/// <summary>Gemini's models, with every call told to <see cref="ProviderTelemetry"/>.</summary>
internal sealed class WatchedGemini(ITextGenerator text, IImageGenerator images) : ITextGenerator, IImageGenerator
{
    public Task<Reply<GeneratedText>> Write(TextRequest request, CancellationToken ct) =>
        ProviderTelemetry.Watch(GeminiChatClient.Provider, "write", () => text.Write(request, ct));

    public Task<Reply<GeneratedImage>> Draw(ImageRequest request, CancellationToken ct) =>
        ProviderTelemetry.Watch(GeminiChatClient.Provider, "draw", () => images.Draw(request, ct));
}
