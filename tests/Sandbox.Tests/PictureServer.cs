using Campaigns.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaigns.Sandbox.Tests;

/// <summary>The public web, as far as Instagram fetches from it.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    private static readonly Dictionary<string, (Func<byte[]> Bytes, string Type)> Files = new()
    {
        ["square.jpg"] = (() => Picture.Jpeg(640, 640), "image/jpeg"),
        ["portrait.jpg"] = (() => Picture.Jpeg(800, 1000), "image/jpeg"),
        ["tall.jpg"] = (() => Picture.Jpeg(600, 1000), "image/jpeg"),
        ["wide.jpg"] = (() => Picture.Jpeg(1000, 500), "image/jpeg"),
        ["huge.jpg"] = (() => Picture.Jpeg(3000, 3000, quality: 100), "image/jpeg"),
        ["broken.jpg"] = (() => Picture.Jpeg(640, 640)[..20_000], "image/jpeg"),
        ["square.png"] = (() => Picture.Png(640, 640), "image/png"),
        ["disguised.jpg"] = (() => Picture.Png(640, 640), "image/jpeg"),
        ["reel.mp4"] = (() => new SampleVideo { Sound = 0x40 }.Bytes(), "video/mp4"),
        ["minute.mov"] = (() => new SampleVideo { Brand = "qt  ", Seconds = 61 }.Bytes(), "video/quicktime"),
        ["slow.mp4"] = (() => new SampleVideo { FramesPerSecond = 12 }.Bytes(), "video/mp4"),
        ["av1.mp4"] = (() => new SampleVideo { Codec = "av01" }.Bytes(), "video/mp4"),
        ["short.mp4"] = (() => new SampleVideo { Seconds = 1 }.Bytes(), "video/mp4"),
        ["half.mp4"] = (() => new SampleVideo().Bytes()[..40_000], "video/mp4"),
        ["login"] = (() => "<!DOCTYPE html>"u8.ToArray(), "text/html"),
    };

    private readonly WebApplication app;

    private PictureServer(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public static async Task<PictureServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/moved.jpg", () => Results.Redirect("/login"));
        app.MapGet(
            "/{name}",
            (string name) => Files.TryGetValue(name, out var file) ? Results.Bytes(file.Bytes(), file.Type) : Results.NotFound()
        );
        await app.StartAsync();
        return new PictureServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
