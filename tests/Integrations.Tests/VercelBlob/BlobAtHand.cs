using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Media;
using Campaigns.Integrations.VercelBlob;
using Campaigns.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests.VercelBlob;

/// <summary>The media store on a simulated Vercel Blob, which the vendor's own package has been run against.</summary>
internal sealed class BlobAtHand : IAsyncDisposable
{
    public static readonly TenantId Bakery = TenantId.Parse("org_bakery");

    private readonly SandboxHost sandbox;
    private readonly ServiceProvider provider;
    private readonly HttpClient http = new();
    private readonly string folder;

    private BlobAtHand(SandboxHost sandbox, ServiceProvider provider, string folder) =>
        (this.sandbox, this.provider, this.folder) = (sandbox, provider, folder);

    public IMediaStore Store => provider.GetRequiredService<IMediaStore>();

    public IMediaStage Stage => provider.GetRequiredService<IMediaStage>();

    public static async Task<BlobAtHand> Start(Func<BlobOptions, BlobOptions>? change = null)
    {
        var sandbox = await SandboxHost.Start(new SandboxSettings { Address = new("http://127.0.0.1:0") });
        var folder = Directory.CreateTempSubdirectory("campaigns-blob-").FullName;
        var blob = new BlobOptions(new(sandbox.Address, "/blob"), "vercel_blob_rw_TestStore_secret")
        {
            FirstWait = TimeSpan.FromMilliseconds(1),
        };
        var options = new MediaOptions(folder, new("http://localhost:1")) { Blob = change?.Invoke(blob) ?? blob };
        return new(sandbox, new ServiceCollection().AddMedia(options).BuildServiceProvider(), folder);
    }

    public Task<Reply<MediaAsset>> Keep(byte[] bytes) => Store.Keep(Bakery, bytes, CancellationToken.None);

    public Task<Reply<MediaAsset>> KeepVideo(Stream video) => Store.KeepVideo(Bakery, video, CancellationToken.None);

    public Task<MediaAsset?> Find(string key) => Store.Find(Bakery, key, CancellationToken.None);

    public async Task<byte[]> Fetch(Uri url) => await http.GetByteArrayAsync(url);

    public async Task Fault(JsonObject fault)
    {
        fault["provider"] = "blob";
        using var reply = await http.PostAsJsonAsync(new Uri(sandbox.Address, "/_faults"), fault);
        Assert.Equal("", reply.IsSuccessStatusCode ? "" : await reply.Content.ReadAsStringAsync());
    }

    /// <summary>The calls of one operation, as the store took them.</summary>
    public async Task<IReadOnlyList<JsonNode>> Calls(string operation) =>
        [
            .. JsonNode
                .Parse(await http.GetStringAsync(new Uri(sandbox.Address, $"/_journal?provider=blob&operation={operation}")))!
                .AsArray()!,
        ];

    /// <summary>What waits on this machine.</summary>
    public IReadOnlyList<string> Waiting() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await provider.DisposeAsync();
        await sandbox.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
