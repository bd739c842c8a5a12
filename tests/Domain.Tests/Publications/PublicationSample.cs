using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Domain.Tests.Publications;

/// <summary>A post for the club, due at nine, and how it comes to each of its stages.</summary>
internal static class PublicationSample
{
    public static readonly PublishingPace Pace = PublishingPace.Default;
    public static readonly ContainerId C1 = new("1789000000000001");
    public static readonly ContainerId C2 = new("1789000000000002");
    public static readonly MediaId Photo = new("1802000000000001");

    public static readonly PublicationTarget AtClub = new(Club, "17841400000000001", "the.club");

    public static readonly PostContent Flyer = new(
        Autumn,
        First,
        Platform.Instagram,
        Words.Composed,
        Picture,
        ContentHash.Of(Platform.Instagram, Words, Picture.Sha256),
        Words.AltText,
        Model
    );

    /// <summary>Three files, the second of which moves.</summary>
    public static readonly PostContent Album = Flyer.With([Picture, Film, OtherPicture]) with { Kind = PostKind.Carousel };

    public static readonly Account ClubAccount = new Account.Connected(AtClub.InstagramUserId, AtClub.Username, Key, null, null);

    public static readonly PublicationStep.Publish FirstCall = new(OrderDue(Nine), C1, 1);
    public static readonly PublicationStep.Publish SecondCall = new(OrderDue(Nine), C1, 2);

    public static PlannedTime Plan(DateTimeOffset due) => new(due.ToString("yyyy-MM-dd'T'HH:mm:ss"), "Etc/UTC", due, LocalTimeRule.Exact);

    public static WallTime Wall(DateTimeOffset due) => new(Plan(due).Local, "Etc/UTC");

    public static Order OrderDue(DateTimeOffset due) =>
        new(Flyer, AtClub, Plan(due), due + LatePolicy.Default.Within, Anna, HeldBecause: null);

    /// <summary>As it stands once a place at nine is kept for it.</summary>
    public static Order OrderReady => OrderDue(Nine) with { Timing = Timing.Default with { Slot = new(Nine, IsStale: false) } };

    /// <summary>When a step is tried again that failed so often in a row, the last time at nine.</summary>
    public static DateTimeOffset RetryOf(ProblemClass problem, int failures = 1) =>
        Nine + ProblemPolicy.Of(problem).Wait(wish: null, failures, OrderDue(Nine).Seed);

    public static Scheduled ScheduledFor(DateTimeOffset due) =>
        new(Flyer, AtClub, Plan(due), due + LatePolicy.Default.Within, Anna, LatePolicy.Default);

    public static PublicationEvent[] Waiting => [ScheduledFor(Nine)];

    public static ContainerId Child(int place) => new($"178900000000010{place}");

    public static Order AlbumDue(DateTimeOffset due) => OrderDue(due) with { Content = Album };

    public static PublicationEvent[] WaitingAlbum => [ScheduledFor(Nine) with { Content = Album }];

    /// <summary>Of three files, two are at the platform and the first is ready.</summary>
    public static PublicationEvent[] Assembling =>
        [
            .. WaitingAlbum,
            new ChildContainerCreated(0, Child(0), Nine.AddMinutes(-45)),
            new ChildContainerCreated(1, Child(1), Nine.AddMinutes(-44)),
            new ChildContainerReady(Child(0)),
        ];

    public static PublicationEvent[] Assembled =>
        [
            .. Assembling,
            new ChildContainerCreated(2, Child(2), Nine.AddMinutes(-43)),
            new ChildContainerReady(Child(1)),
            new ChildContainerReady(Child(2)),
        ];

    public static PublicationEvent[] UploadedAlbum => [.. Assembled, new ContainerCreated(C1, Nine.AddMinutes(-40))];

    public static PublicationEvent[] Uploaded => [.. Waiting, new ContainerCreated(C1, Nine.AddMinutes(-10))];

    public static PublicationEvent[] ReadyWithoutSlot => [.. Uploaded, new ContainerReady(C1)];

    public static PublicationEvent[] Ready => [.. ReadyWithoutSlot, new SlotReserved(Nine)];

    public static PublicationEvent[] Publishing => [.. Ready, new PublishStarted(C1, 1, Nine)];

    public static PublicationEvent[] ReadUnpublished =>
        [.. Publishing, new FoundUnpublished(C1, Nine.AddMinutes(2)), new FoundUnpublished(C1, Nine.AddMinutes(3))];

    public static PublicationEvent[] PublishingAgain => [.. ReadUnpublished, new PublishStarted(C1, 2, Nine.AddMinutes(3))];

    public static PublicationEvent[] Live => [.. Publishing, new WentLive(Photo, LiveProof.PublishReply, Nine)];

    public static PublicationEvent[] Withdrawn => [.. Waiting, new Withdrawn("Changed our minds.")];

    public static PublicationEvent[] Stage(string name) =>
        name switch
        {
            "unknown" => [],
            "waiting" => Waiting,
            "waiting album" => WaitingAlbum,
            "assembling" => Assembling,
            "assembled" => Assembled,
            "uploaded" => Uploaded,
            "ready" => Ready,
            "publishing" => Publishing,
            "publishing again" => PublishingAgain,
            "live" => Live,
            "withdrawn" => Withdrawn,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such stage."),
        };

    public static Reply<T> Answer<T>(string reply, Problem problem) =>
        reply switch
        {
            "busy" => new Reply<T>.Busy(problem),
            "rejected" => new Reply<T>.Rejected(problem),
            "broken" => new Reply<T>.Broken(problem),
            "unclear" => new Reply<T>.Unclear(problem),
            _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, "No such reply."),
        };
}
