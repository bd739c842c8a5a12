using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations;

namespace Campaigns.Grains.Tests;

/// <summary>Models, media and vault, all in memory.</summary>
internal sealed class FakeStudio : ICampaignWriter, IImageGenerator, IMediaStore, IMediaStage, ITokenVault
{
    private static readonly TokenUsage Usage = new(10, 0, 20, 0);
    private readonly Dictionary<(TenantId, TokenRef), string> tokens = [];

    /// <summary>The answer to the next writing, instead of posts.</summary>
    public Reply<WrittenPosts>? AnswerNextWriting { get; set; }

    /// <summary>The answer to the next picture to be made fit, instead of the picture as it is.</summary>
    public Reply<MediaAsset>? AnswerNextFitting { get; set; }

    /// <summary>How many texts were asked for.</summary>
    public int Writings { get; private set; }

    /// <summary>How many tokens are kept.</summary>
    public int Tokens => tokens.Count;

    public static MediaAsset Picture(string name) =>
        new($"org_t/{name}.jpg", new($"https://media.test/{name}.jpg"), "image/jpeg", name, 1000, 1080, 1080);

    public static MediaAsset Video(string name) =>
        Picture(name) with
        {
            Url = new($"https://media.test/{name}.mp4"),
            ContentType = "video/mp4",
            Height = 1920,
            Video = new("mp4", "h264", "aac", 48_000, 30, 12),
        };

    public Task<Reply<WrittenPosts>> Write(string brief, BrandProfile? brand, WritingOrder order, CancellationToken ct)
    {
        Writings++;
        if (AnswerNextWriting is { } answer)
        {
            AnswerNextWriting = null;
            return Task.FromResult(answer);
        }
        var posts = order.Posts.SelectMany(count =>
            Enumerable.Range(1, count.Count).Select(n => new DraftPost(count.Platform, new($"{brief} {n}", ["tag"], $"picture {n}")))
        );
        return Task.FromResult<Reply<WrittenPosts>>(new Reply<WrittenPosts>.Done(new([.. posts], new("fake", "fake-text", "v1"), Usage)));
    }

    public Task<Reply<GeneratedImage>> Draw(ImageRequest request, CancellationToken ct) =>
        Task.FromResult<Reply<GeneratedImage>>(
            new Reply<GeneratedImage>.Done(new(new byte[] { 1 }, "image/png", "fake", "fake-image", Usage))
        );

    public Task<Reply<MediaAsset>> Keep(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        Task.FromResult<Reply<MediaAsset>>(new Reply<MediaAsset>.Done(Picture("drawn")));

    public Task<Reply<MediaAsset>> KeepVideo(TenantId tenant, Stream content, CancellationToken ct) =>
        Task.FromResult<Reply<MediaAsset>>(new Reply<MediaAsset>.Done(Video("filmed")));

    public Task<MediaAsset?> Find(TenantId tenant, string key, CancellationToken ct) => Task.FromResult<MediaAsset?>(null);

    public Task<StoredMedia?> Open(string key, CancellationToken ct) => Task.FromResult<StoredMedia?>(null);

    public Task<Reply<Removed>> Delete(TenantId tenant, string key, CancellationToken ct) =>
        Task.FromResult<Reply<Removed>>(new Reply<Removed>.Done(default));

    public Task<Reply<StoredFiles>> List(TenantId? tenant, string? after, CancellationToken ct) =>
        Task.FromResult<Reply<StoredFiles>>(new Reply<StoredFiles>.Done(new([], null)));

    public Task<Reply<MediaAsset>> Fit(TenantId tenant, MediaAsset original, PostKind kind, CancellationToken ct)
    {
        var answer = AnswerNextFitting ?? new Reply<MediaAsset>.Done(original);
        AnswerNextFitting = null;
        return Task.FromResult(answer);
    }

    public Task Keep(TenantId tenant, TokenRef name, string token, CancellationToken ct)
    {
        lock (tokens)
            tokens[(tenant, name)] = token;
        return Task.CompletedTask;
    }

    public Task<string?> Reveal(TenantId tenant, TokenRef name, CancellationToken ct)
    {
        lock (tokens)
            return Task.FromResult(tokens.GetValueOrDefault((tenant, name)));
    }

    public Task Forget(TenantId tenant, TokenRef name, CancellationToken ct)
    {
        lock (tokens)
            tokens.Remove((tenant, name));
        return Task.CompletedTask;
    }
}
