using System.Collections.Concurrent;
using System.Diagnostics;
using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Integrations;

namespace Campaigns.Grains.Tests;

/// <summary>An Instagram with a feed of its own, that can lose answers.</summary>
internal sealed class FakeInstagram : IInstagram
{
    private readonly ConcurrentDictionary<ContainerId, ContainerStatus> containers = new();
    private int made;

    /// <summary>What is public, with the container it came from.</summary>
    public ConcurrentQueue<ContainerId> Feed { get; } = new();

    /// <summary>Whether the next publish happens and its answer is lost.</summary>
    public bool LoseNextPublishAnswer { get; set; }

    /// <summary>Whether the next publish call is lost on its way there.</summary>
    public bool LoseNextPublishCall { get; set; }

    /// <summary>What the next publish call is answered with, instead of being carried out.</summary>
    public Reply<MediaId>? AnswerNextPublish { get; set; }

    /// <summary>The next publish call takes this long, and is answered with this.</summary>
    public Task<Reply<MediaId>>? NextPublish { get; set; }

    /// <summary>What happens elsewhere just before the next publish call arrives.</summary>
    public Func<Task>? BeforeNextPublish { get; set; }

    /// <summary>What every question about the quota is answered with; null: what the feed says, of fifty.</summary>
    public Reply<PublishingQuota>? Quota { get; set; }

    /// <summary>How many publish calls were made.</summary>
    public int PublishCalls { get; private set; }

    /// <summary>Until when the last publish call might be sent.</summary>
    public DateTimeOffset LastSendBy { get; private set; }

    /// <summary>The trace that each publish call was part of.</summary>
    public ConcurrentQueue<ActivityTraceId> PublishTraces { get; } = new();

    public Task<Reply<InstagramUser>> WhoIs(string token, CancellationToken ct) =>
        Task.FromResult<Reply<InstagramUser>>(
            token.StartsWith("good_", StringComparison.Ordinal)
                ? new Reply<InstagramUser>.Done(new($"ig{token[5..]}", token[5..]))
                : new Reply<InstagramUser>.Rejected(new(ProblemClass.AccountBroken, "401", "The token is not valid."))
        );

    /// <summary>The files that were uploaded, each with the container it got.</summary>
    public ConcurrentDictionary<ContainerId, MediaAsset> Files { get; } = new();

    /// <summary>The carousels that were put together, each with the containers of its files.</summary>
    public ConcurrentDictionary<ContainerId, IReadOnlyList<ContainerId>> Carousels { get; } = new();

    /// <summary>How often a video is asked after before it is ready.</summary>
    public int LooksAtVideos { get; set; }

    private readonly ConcurrentDictionary<ContainerId, int> looks = new();

    public Task<Reply<ContainerId>> CreateContainer(InstagramAccount account, PostContent post, CancellationToken ct) => Made(post.Media);

    public Task<Reply<ContainerId>> CreateCarouselItem(InstagramAccount account, MediaAsset file, CancellationToken ct) => Made(file);

    public async Task<Reply<ContainerId>> CreateCarousel(
        InstagramAccount account,
        IReadOnlyList<ContainerId> children,
        string caption,
        CancellationToken ct
    )
    {
        if (children.Any(child => containers[child] is not ContainerStatus.Finished))
            return new Reply<ContainerId>.Busy(new(ProblemClass.NotReady, "9007/2207027", "A file is not ready."));
        var reply = await Made(file: null);
        Carousels[((Reply<ContainerId>.Done)reply).Value] = children;
        return reply;
    }

    private Task<Reply<ContainerId>> Made(MediaAsset? file)
    {
        var id = new ContainerId($"c{Interlocked.Increment(ref made)}");
        if (file is not null)
            Files[id] = file;
        containers[id] = file is { IsVideo: true } && LooksAtVideos > 0 ? ContainerStatus.InProgress : ContainerStatus.Finished;
        return Task.FromResult<Reply<ContainerId>>(new Reply<ContainerId>.Done(id));
    }

    public Task<Reply<ContainerReading>> StatusOf(InstagramAccount account, ContainerId container, CancellationToken ct)
    {
        if (containers[container] is ContainerStatus.InProgress && looks.AddOrUpdate(container, 1, (_, had) => had + 1) > LooksAtVideos)
            containers[container] = ContainerStatus.Finished;
        return Task.FromResult<Reply<ContainerReading>>(new Reply<ContainerReading>.Done(new(containers[container])));
    }

    public async Task<Reply<MediaId>> Publish(InstagramAccount account, ContainerId container, DateTimeOffset sendBy, CancellationToken ct)
    {
        PublishCalls++;
        LastSendBy = sendBy;
        PublishTraces.Enqueue(Activity.Current?.TraceId ?? default);
        if (BeforeNextPublish is { } meanwhile)
        {
            BeforeNextPublish = null;
            await meanwhile();
        }
        if (NextPublish is { } slow)
        {
            NextPublish = null;
            return await slow;
        }
        if (AnswerNextPublish is { } answer)
        {
            AnswerNextPublish = null;
            return answer;
        }
        var unclear = new Reply<MediaId>.Unclear(new(ProblemClass.OutcomeUnknown, "timeout", "No answer."));
        if (LoseNextPublishCall)
        {
            LoseNextPublishCall = false;
            return unclear;
        }
        Feed.Enqueue(container);
        containers[container] = ContainerStatus.Published;
        if (!LoseNextPublishAnswer)
            return new Reply<MediaId>.Done(new($"m-{container}"));
        LoseNextPublishAnswer = false;
        return unclear;
    }

    public Task<Reply<PublishingQuota>> QuotaOf(InstagramAccount account, CancellationToken ct) =>
        Task.FromResult(Quota ?? new Reply<PublishingQuota>.Done(new(Feed.Count, 50)));
}
