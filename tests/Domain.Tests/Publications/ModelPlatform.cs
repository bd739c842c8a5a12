using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Tests.Publications;

/// <summary>
/// Instagram at its worst: answers get lost, calls take effect late, statuses lag behind, containers spoil. It keeps only what the real one
/// promises: a container is published at most once, and never once it has failed or expired.
/// </summary>
internal sealed class ModelPlatform
{
    private static readonly ProblemClass[] AnyProblem =
    [
        .. Enum.GetValues<ProblemClass>().Where(problem => problem is not ProblemClass.AlreadyPublished),
    ];
    private static readonly ProblemClass[] Final = [ProblemClass.ContentRejected, ProblemClass.AccountBroken];

    private readonly Dictionary<ContainerId, Media> containers = [];
    private readonly List<(DateTimeOffset At, ContainerId Container)> underWay = [];

    public int PublishedPosts => containers.Values.Count(media => media.PublishedAt is not null);

    public Reply<ContainerId> Create(DateTimeOffset now, int chance)
    {
        if (chance % 10 is 6 or 7)
            return Failure<ContainerId>(chance);
        var id = new ContainerId($"c{containers.Count + 1}");
        containers.Add(id, new(now, Lag: TimeSpan.FromSeconds(chance % 7 * 40)));
        return chance % 10 == 9 ? new Reply<ContainerId>.Unclear(Lost) : new Reply<ContainerId>.Done(id);
    }

    public Reply<ContainerId> Assemble(IReadOnlyList<ContainerId> children, DateTimeOffset now, int chance) =>
        children.All(child => containers[child].StatusAt(now) is ContainerStatus.Finished)
            ? Create(now, chance)
            : new Reply<ContainerId>.Rejected(Of(chance % 2 == 0 ? ProblemClass.ContainerGone : ProblemClass.NotReady));

    public Reply<ContainerReading> StatusOf(ContainerId container, DateTimeOffset now, int chance)
    {
        Pass(now);
        if (chance % 10 >= 6)
            return Failure<ContainerReading>(chance);
        var media = containers[container];
        if (media.PublishedAt is null && chance is 55 or 45)
            containers[container] = media = media with { Spoiled = true };
        return new Reply<ContainerReading>.Done(new(media.StatusAt(now)));
    }

    public Reply<MediaId> Publish(ContainerId container, DateTimeOffset now, int chance)
    {
        Pass(now);
        var possible = containers[container].CanBePublished(now);
        switch (chance % 10)
        {
            case < 3 when possible:
                Take(container, now);
                return new Reply<MediaId>.Done(new($"m-{container}"));
            case < 3 when containers[container].PublishedAt is not null && chance % 3 == 0:
                return new Reply<MediaId>.Unclear(Of(ProblemClass.AlreadyPublished));
            case < 3: // out already, spoiled or expired: what it says of it is not always the truth
                return new Reply<MediaId>.Rejected(Of(chance % 2 == 0 ? ProblemClass.ContainerGone : ProblemClass.ContentRejected));
            case 3: // it happens, and the answer is lost
                Take(container, now);
                return new Reply<MediaId>.Unclear(Lost);
            case 4: // it happens long after everybody stopped listening
                underWay.Add((now.AddSeconds(chance * 7), container));
                return new Reply<MediaId>.Unclear(Lost);
            case 5:
                return new Reply<MediaId>.Unclear(Lost);
            default:
                return Failure<MediaId>(chance);
        }
    }

    /// <summary>What was under way until now takes effect.</summary>
    public void Pass(DateTimeOffset now)
    {
        foreach (var (at, container) in underWay.Where(call => call.At <= now))
            Take(container, at);
        underWay.RemoveAll(call => call.At <= now);
    }

    private void Take(ContainerId container, DateTimeOffset at)
    {
        if (containers[container].CanBePublished(at))
            containers[container] = containers[container] with { PublishedAt = at };
    }

    private static Reply<T> Failure<T>(int chance)
    {
        var any = AnyProblem[chance % AnyProblem.Length];
        var problem = Of(Final.Contains(any) && chance < 80 ? ProblemClass.Transient : any);
        return (chance / 10 % 3) switch
        {
            0 => new Reply<T>.Busy(problem, chance > 50 ? TimeSpan.FromSeconds(chance) : null),
            1 => new Reply<T>.Rejected(problem),
            _ => new Reply<T>.Broken(problem),
        };
    }

    private sealed record Media(DateTimeOffset CreatedAt, TimeSpan Lag, bool Spoiled = false, DateTimeOffset? PublishedAt = null)
    {
        public bool CanBePublished(DateTimeOffset now) => PublishedAt is null && !Spoiled && now < CreatedAt.AddHours(24);

        public ContainerStatus StatusAt(DateTimeOffset now) =>
            PublishedAt is { } at ? (now < at + Lag ? ContainerStatus.Finished : ContainerStatus.Published)
            : Spoiled ? ContainerStatus.Error
            : now >= CreatedAt.AddHours(24) ? ContainerStatus.Expired
            : now < CreatedAt.AddSeconds(3) ? ContainerStatus.InProgress
            : ContainerStatus.Finished;
    }
}
