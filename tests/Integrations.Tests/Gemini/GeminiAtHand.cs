using Campaigns.Domain.Media;
using Campaigns.Integrations.Gemini;
using Campaigns.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests.Gemini;

/// <summary>The adapter, turned on a stand-in.</summary>
internal static class GeminiAtHand
{
    public const string Key = "key-that-must-not-leak";

    public static ServiceProvider At(Uri url, Func<GeminiOptions, GeminiOptions>? change = null)
    {
        var options = new GeminiOptions(new Uri(url, "v1beta"), Key);
        return new ServiceCollection().AddGemini(change?.Invoke(options) ?? options).BuildServiceProvider();
    }

    public static ITextModels Models(this ServiceProvider provider) => provider.GetRequiredService<ITextModels>();

    public static IMediaModels Media(this ServiceProvider provider) => provider.GetRequiredService<IMediaModels>();

    public static Task<Attempted<string>> Write(this ServiceProvider provider, TextRequest request, CancellationToken ct) =>
        provider.Models().Write("gemini-3-flash-preview", request, ct);

    public static Task<Attempted<MediaWork>> Draw(this ServiceProvider provider, string prompt, AspectRatio ratio) =>
        provider.Media().Begin("gemini-3-pro-image", new MediaRequest.Image(prompt, ratio, []), CancellationToken.None);
}
