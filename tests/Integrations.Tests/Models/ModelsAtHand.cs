using System.Text.Json.Nodes;
using Campaigns.Domain.Media;
using Campaigns.Integrations.Fal;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.OpenRouter;
using Campaigns.Integrations.Replicate;
using Campaigns.Integrations.Veo;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests.Models;

/// <summary>Each provider's adapter, turned on a stand-in, and what it is asked.</summary>
internal static class ModelsAtHand
{
    public const string Key = "key-that-must-not-leak";

    public static readonly TextRequest Brief = new(
        "You write captions.",
        "Launch of shoe X",
        new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("caption"),
            ["properties"] = new JsonObject
            {
                ["caption"] = new JsonObject { ["type"] = "string", ["maxLength"] = 80 },
                ["note"] = new JsonObject { ["type"] = "string" },
            },
        }
    );

    public static readonly MediaRequest.Image Shoe = new("A shoe", AspectRatio.Portrait, []);

    public static readonly MediaRequest.Video Run = new("A shoe runs", AspectRatio.Tall, 6, null);

    public static ReferencePicture Logo(Uri? url = null) => new(new byte[] { 1, 2, 3 }, "image/png", url);

    public static ServiceProvider AtOpenRouter(Uri url, TimeSpan? timeout = null) =>
        new ServiceCollection()
            .AddOpenRouter(new(new Uri(url, "api/v1"), Key) { Timeout = timeout ?? TimeSpan.FromSeconds(30) })
            .BuildServiceProvider();

    public static ServiceProvider AtReplicate(Uri url, TimeSpan? timeout = null, bool loopback = true, TimeSpan? silence = null) =>
        new ServiceCollection()
            .AddReplicate(
                new(new Uri(url, "v1"), Key)
                {
                    CallTimeout = timeout ?? TimeSpan.FromSeconds(30),
                    FileSilence = silence ?? TimeSpan.FromSeconds(30),
                    LoopbackAllowed = loopback,
                }
            )
            .BuildServiceProvider();

    public static ServiceProvider AtVeo(Uri url, TimeSpan? timeout = null, bool loopback = true) =>
        new ServiceCollection()
            .AddVeo(new(new Uri(url, "v1beta"), Key) { CallTimeout = timeout ?? TimeSpan.FromSeconds(30), LoopbackAllowed = loopback })
            .BuildServiceProvider();

    public static ServiceProvider AtFal(Uri url, TimeSpan? timeout = null) =>
        new ServiceCollection()
            .AddFal(new(new Uri(url, "queue"), Key) { CallTimeout = timeout ?? TimeSpan.FromSeconds(30), LoopbackAllowed = true })
            .BuildServiceProvider();

    public static ITextModels Text(this ServiceProvider provider) => provider.GetRequiredService<ITextModels>();

    public static IMediaModels Media(this ServiceProvider provider) => provider.GetRequiredService<IMediaModels>();

    public static string Said<T>(this Attempted<T> attempted) => attempted.Reply.Said();

    public static T Value<T>(this Attempted<T> attempted) => attempted.Reply.Value();
}
