using System.Text.Json.Nodes;
using Campaigns.Sandbox.Journal;

namespace Campaigns.Sandbox.Instagram;

/// <summary>What Instagram knows: containers and live posts. Publishing is atomic: of two calls for one container, one goes live.</summary>
internal sealed class InstagramPlatform
{
    private static readonly TimeSpan QuotaWindow = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly Dictionary<string, MediaContainer> containers = [];
    private readonly List<LiveMedia> live = [];
    private readonly JsonLines containerFile;
    private readonly JsonLines liveFile;
    private readonly CallJournal journal;
    private readonly TimeProvider clock;

    public InstagramPlatform(SandboxSettings settings, CallJournal journal)
    {
        (this.journal, clock, QuotaTotal) = (journal, settings.Clock, settings.QuotaTotal);
        containerFile = JsonLines.In(settings, "containers.jsonl");
        liveFile = JsonLines.In(settings, "live.jsonl");
        foreach (var container in containerFile.Read<MediaContainer>())
            containers[container.Id] = container;
        foreach (var media in liveFile.Read<LiveMedia>())
            Show(media);
    }

    /// <summary>How many posts an account may publish in 24 hours.</summary>
    public int QuotaTotal { get; }

    public string NewId() => InstagramIds.Of(Guid.CreateVersion7(clock.GetUtcNow()).ToString());

    public void Add(MediaContainer container)
    {
        lock (gate)
        {
            containerFile.Append(container);
            containers[container.Id] = container;
        }
    }

    public MediaContainer Container(InstagramAccount account, string id)
    {
        lock (gate)
            return containers.TryGetValue(id, out var container) && container.AccountId == account.Id
                ? container
                : throw GraphErrors.ContainerNotFound(id);
    }

    /// <summary>Makes the container a post, and says so in the journal in the same moment.</summary>
    public LiveMedia Publish(InstagramAccount account, string creationId, string outcome)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var container = Container(account, creationId);
            RefuseUnlessReady(container, now);
            if (Usage(account) >= QuotaTotal)
                throw GraphErrors.QuotaReached();

            var media = Live(account, container, now);
            liveFile.Append(media); // the line in this file is the publish: what a restart finds here was live
            Show(media);
            journal.Record("instagram", "publish", account.Username, Described(media), outcome, result: Ids(media));
            return media;
        }
    }

    public int Usage(InstagramAccount account)
    {
        var from = clock.GetUtcNow() - QuotaWindow;
        lock (gate)
            return live.Count(media => media.AccountId == account.Id && media.Timestamp > from);
    }

    public IReadOnlyList<LiveMedia> Feed(string? account = null)
    {
        lock (gate)
            return [.. live.Where(media => account is null || media.Username == account || media.AccountId == account).Reverse()];
    }

    private void RefuseUnlessReady(MediaContainer container, DateTimeOffset now)
    {
        switch (container.StatusAt(now))
        {
            case "PUBLISHED":
                throw GraphErrors.AlreadyPublished(container.Id);
            case "EXPIRED":
                throw GraphErrors.ContainerExpired(container.Id);
            case "ERROR":
                throw new GraphException(container.ErrorCode!.Value, container.ErrorSubcode, container.StatusTextAt(now));
            case "IN_PROGRESS":
                throw GraphErrors.NotReady(container.Id);
            default:
                if (container.IsCarouselItem)
                    throw GraphErrors.CarouselInvalid("one of its items cannot be published alone");
                if (container.Children.FirstOrDefault(child => containers[child].StatusAt(now) == "EXPIRED") is { } expired)
                    throw GraphErrors.ContainerExpired(expired);
                break;
        }
    }

    private LiveMedia Live(InstagramAccount account, MediaContainer container, DateTimeOffset now)
    {
        var id = NewId();
        var permalink = $"https://www.instagram.com/p/{Seed.Long(id):x11}/";
        IReadOnlyList<string> pictures = container.Children is [] ? [container.Id] : container.Children;
        IReadOnlyList<string> items = [.. pictures.Select(one => containers[one].IsVideo ? "VIDEO" : "IMAGE")];
        var saysAiMade = pictures.Any(one => containers[one].SaysAiMade);
        return new(
            id,
            account.Id,
            account.Username,
            container.Id,
            container.MediaType,
            container.Caption,
            permalink,
            now,
            pictures,
            items,
            saysAiMade
        );
    }

    private void Show(LiveMedia media)
    {
        live.Add(media);
        if (containers.TryGetValue(media.CreationId, out var container))
            containers[container.Id] = container with { MediaId = media.Id };
    }

    private static JsonObject Described(LiveMedia media) =>
        new()
        {
            ["creation_id"] = media.CreationId,
            ["media_type"] = media.MediaType,
            ["items"] = new JsonArray([.. (media.Items ?? []).Select(item => JsonValue.Create(item))]),
            ["caption"] = media.Caption,
            ["says_ai_made"] = media.SaysAiMade,
        };

    private static JsonObject Ids(LiveMedia media) => new() { ["id"] = media.Id, ["permalink"] = media.Permalink };
}
