using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests.Media;

/// <summary>Store and stage over a folder of their own, with a server that gives out what is stored, as the API does.</summary>
internal sealed class MediaAtHand : IAsyncDisposable
{
    public static readonly TenantId Bakery = TenantId.Parse("org_bakery");

    private readonly ServiceProvider provider;
    private readonly StandIn server;

    private MediaAtHand(StandIn server, string folder, ServiceProvider provider) =>
        (this.server, Folder, this.provider) = (server, folder, provider);

    public string Folder { get; }

    public IMediaStore Store => provider.GetRequiredService<IMediaStore>();

    public IMediaStage Stage => provider.GetRequiredService<IMediaStage>();

    /// <param name="change">Of the options.</param>
    /// <param name="served">What the server answers; the stored picture unless told.</param>
    /// <param name="logs">Keeps what is logged.</param>
    public static async Task<MediaAtHand> Start(Func<MediaOptions, MediaOptions>? change = null, Answer? served = null, Logs? logs = null)
    {
        MediaAtHand? at = null;
        var server = await StandIn.Answering(served ?? (http => at!.Serve(http)));
        var folder = Directory.CreateTempSubdirectory("campaigns-media-").FullName;
        var options = new MediaOptions(folder, server.Url) { LoopbackAllowed = true };
        var services = new ServiceCollection();
        logs?.AddTo(services);
        return at = new(server, folder, services.AddMedia(change?.Invoke(options) ?? options).BuildServiceProvider());
    }

    public async Task<MediaAsset> Keep(byte[] bytes) => (await Store.Keep(Bakery, bytes, CancellationToken.None)).Value();

    public async Task<Reply<MediaAsset>> KeepVideo(byte[] bytes) =>
        await Store.KeepVideo(Bakery, new MemoryStream(bytes), CancellationToken.None);

    public async Task<Reply<MediaAsset>> Fit(byte[] bytes) =>
        await Stage.Fit(Bakery, await Keep(bytes), PostKind.Photo, CancellationToken.None);

    public async Task<byte[]> Read(string key)
    {
        var stored = await Store.Open(key, CancellationToken.None);
        await using var content = stored!.Content;
        var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task Serve(HttpContext http)
    {
        var key = http.Request.Path.Value![MediaOptions.Path.Length..];
        if (await Store.Open(key, CancellationToken.None) is not { } stored)
        {
            http.Response.StatusCode = 404;
            return;
        }
        await using var content = stored.Content;
        http.Response.ContentType = stored.ContentType;
        await content.CopyToAsync(http.Response.Body);
    }
}
