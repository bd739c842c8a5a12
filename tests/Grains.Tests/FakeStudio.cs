using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations;
using Campaigns.Integrations.Models;

namespace Campaigns.Grains.Tests;

/// <summary>Models, media and vault, all in memory.</summary>
internal sealed class FakeStudio : ITextModels, IMediaModels, IReferencePictures, IMediaStore, IMediaStage, ITokenVault
{
    private static readonly MeasuredUsage Measured = new() { Tokens = new(10, 0, 20, 0) };
    private readonly Dictionary<(TenantId, TokenRef), string> tokens = [];

    /// <summary>The answer to the next writing, instead of posts.</summary>
    public Reply<string>? AnswerNextWriting { get; set; }

    /// <summary>What every writing is answered with, by which it is from 1, where nothing else is said; null for posts.</summary>
    public Func<int, string>? Writes { get; set; }

    /// <summary>What was last asked for.</summary>
    public TextRequest? LastWriting { get; private set; }

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

    public static MediaAsset Sound(string name) =>
        Picture(name) with
        {
            Url = new($"https://media.test/{name}.wav"),
            ContentType = "audio/wav",
            Width = 0,
            Height = 0,
            Audio = new("pcm", 24_000, 1, 12),
        };

    /// <summary>As chains name it.</summary>
    public static ModelChoice Model { get; } = new("test", "model-1");

    public string Provider => Model.Provider;

    public IReadOnlySet<Capability> Makes { get; } = new HashSet<Capability> { Capability.Image, Capability.Video, Capability.Speech };

    /// <summary>The answers to the next looks at an operation; when none is left, the file.</summary>
    public Queue<MediaWork> Looks { get; } = [];

    /// <summary>Whether the next thing to be made goes on at the provider, and is looked at.</summary>
    public bool TakesTime { get; set; }

    /// <summary>The answers to the next files to be kept; when none is left, they are.</summary>
    public Queue<Reply<MediaAsset>> Keeps { get; } = [];

    /// <summary>How many files were begun.</summary>
    public int Begun { get; private set; }

    /// <summary>Operations that were asked to stop.</summary>
    public List<string> Stopped { get; } = [];

    public Task<Attempted<string>> Write(string model, TextRequest request, CancellationToken ct)
    {
        Writings++;
        LastWriting = request;
        if (AnswerNextWriting is { } answer)
        {
            AnswerNextWriting = null;
            return Task.FromResult(new Attempted<string>(answer, model, Measured));
        }
        if (Writes is { } writes)
            return Task.FromResult(new Attempted<string>(new Reply<string>.Done(writes(Writings)), model, Measured));
        const string two = """
            {"posts":[
              {"platform":"Instagram","caption":"Spring one","hashtags":["tag"],"imagePrompt":"picture 1","altText":"a"},
              {"platform":"Instagram","caption":"Spring two","hashtags":["tag"],"imagePrompt":"picture 2","altText":"b"}]}
            """;
        return Task.FromResult(new Attempted<string>(new Reply<string>.Done(two), model, Measured));
    }

    public Task<Attempted<MediaWork>> Begin(string model, MediaRequest request, CancellationToken ct)
    {
        Begun++;
        MediaWork work = TakesTime ? new MediaWork.Going($"operation-{Begun}") : new MediaWork.Here(new byte[] { 1 }, "image/png");
        return Task.FromResult(new Attempted<MediaWork>(new Reply<MediaWork>.Done(work), model, Measured));
    }

    public Task<Attempted<MediaWork>> Look(string model, string operation, CancellationToken ct)
    {
        var work = Looks.TryDequeue(out var next) ? next : new MediaWork.Here(new byte[] { 1 }, "image/png");
        return Task.FromResult(new Attempted<MediaWork>(new Reply<MediaWork>.Done(work), model, Measured));
    }

    public Task<Reply<bool>> Cancel(string model, string operation, CancellationToken ct)
    {
        Stopped.Add(operation);
        return Task.FromResult<Reply<bool>>(new Reply<bool>.Done(true));
    }

    public Task<Reply<Stream>> Open(Uri made, CancellationToken ct) =>
        Task.FromResult<Reply<Stream>>(new Reply<Stream>.Done(new MemoryStream([1])));

    public Task<Reply<ReferencePicture>> Read(TenantId tenant, PictureReference reference, CancellationToken ct) =>
        Task.FromResult<Reply<ReferencePicture>>(new Reply<ReferencePicture>.Done(new(new byte[] { 1 }, "image/png", reference.Url)));

    public Task<Reply<MediaAsset>> Keep(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        Task.FromResult(Keeps.TryDequeue(out var next) ? next : new Reply<MediaAsset>.Done(Picture("drawn")));

    public Task<Reply<MediaAsset>> KeepVideo(TenantId tenant, Stream content, CancellationToken ct) =>
        Task.FromResult<Reply<MediaAsset>>(new Reply<MediaAsset>.Done(Video("filmed")));

    public Task<Reply<MediaAsset>> KeepSound(TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        Task.FromResult<Reply<MediaAsset>>(new Reply<MediaAsset>.Done(Sound("spoken")));

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
