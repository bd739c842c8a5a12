using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using SkiaSharp;

namespace Campaigns.Integrations.Media;

/// <summary>Makes pictures fit for the platform, and looks at videos.</summary>
internal sealed class MediaStage(IMediaStore store, MediaReach reach) : IMediaStage, IDisposable
{
    // A large picture takes some 400 MB while it is drawn, and a core: one at a time.
    private readonly SemaphoreSlim oneAtATime = new(1);

    public async Task<Reply<MediaAsset>> Fit(TenantId tenant, MediaAsset original, PostKind kind, CancellationToken ct)
    {
        if (reach.Obstacle is { } obstacle)
            return new Reply<MediaAsset>.Rejected(obstacle);
        if (await store.Find(tenant, original.Key, ct) is not { } found)
            return Rejected("media_missing", "The file is not in the media store any more.");

        var fit = found.IsVideo ? Taken(found, kind) : await Drawn(tenant, found, ShapeOf(kind), original.MadeBy is not null, ct);
        return fit is Reply<MediaAsset>.Done { Value: var asset } ? await reach.Check(asset with { MadeBy = original.MadeBy }, ct) : fit;
    }

    public void Dispose() => oneAtATime.Dispose();

    private static FeedShape ShapeOf(PostKind kind) => kind is PostKind.Story ? FeedShape.Story : FeedShape.Feed;

    private static Reply<MediaAsset> Taken(MediaAsset video, PostKind kind) =>
        VideoRule.Broken(video, kind) is { } flaw
            ? Rejected(flaw.Code, $"Instagram would refuse the video: {flaw.Message}")
            : new Reply<MediaAsset>.Done(video);

    private async Task<Reply<MediaAsset>> Drawn(TenantId tenant, MediaAsset found, FeedShape shape, bool byAModel, CancellationToken ct)
    {
        if (await store.Open(found.Key, ct) is not { } stored)
            return Rejected("media_missing", "The file is not in the media store any more.");
        await using var content = stored.Content;
        return await Draw(content, shape, byAModel, ct) switch
        {
            null => Rejected("not_decodable", "The picture is damaged: it cannot be decoded."),
            { Length: 0 } => new Reply<MediaAsset>.Done(found),
            var jpeg => await store.Keep(tenant, jpeg, ct),
        };
    }

    /// <summary>A fit JPEG, which says so if a model made it; empty when the picture is one already. Off the grain's thread, for it takes a second.</summary>
    private async Task<byte[]?> Draw(Stream content, FeedShape shape, bool byAModel, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            return await Task.Run(
                () =>
                {
                    using var data = SKData.Create(content);
                    if (IsFit(data, shape))
                        return byAModel && !DigitalSource.IsMarked(data.Span) ? DigitalSource.Mark(data.Span) : [];
                    var made = FeedPicture.Make(data, shape);
                    return made is not null && byAModel ? DigitalSource.Mark(made) : made;
                },
                ct
            );
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private static bool IsFit(SKData data, FeedShape shape) =>
        data.Size <= FeedPicture.LargestFile
        && PictureFacts.Of(data) is { Format: SKEncodedImageFormat.Jpeg, IsUpright: true, IsSrgb: true } facts
        && shape.Takes(facts.Width, facts.Height)
        && FeedPicture.IsWhole(data);

    private static Reply<MediaAsset>.Rejected Rejected(string code, string message) =>
        new(new(ProblemClass.ContentRejected, code, message));
}
