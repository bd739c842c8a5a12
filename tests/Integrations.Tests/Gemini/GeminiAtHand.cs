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

    public static ITextGenerator Text(this ServiceProvider provider) => provider.GetRequiredService<ITextGenerator>();

    public static IImageGenerator Images(this ServiceProvider provider) => provider.GetRequiredService<IImageGenerator>();
}
