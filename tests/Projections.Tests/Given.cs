using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;

namespace Campaigns.Projections.Tests;

/// <summary>Tenants, ids, values and recorded events for tests.</summary>
internal static class Given
{
    public static readonly TenantId Club = TenantId.Parse("org_club");
    public static readonly TenantId Bakery = TenantId.Parse("user_bakery");
    public static readonly ActorId Ana = ActorId.Parse("user_ana");
    public static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly Problem Trouble = new(ProblemClass.Transient, "http_503", "Busy.");
    public static readonly Provenance Model = new("gemini", "gemini-2.5-flash", "posts.v1");

    public static readonly MediaAsset Picture = new(
        "org_club/1.jpg",
        new("https://media.example/1.jpg"),
        "image/jpeg",
        new string('a', 64),
        1000,
        1080,
        1350
    );

    public static Guid Uuid(int n) => new(n, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    public static CampaignId Campaign(int n = 1) => new(Uuid(100 + n));

    public static ItemId Item(int n = 1) => new(Uuid(200 + n));

    public static PublicationId Publication(int n = 1) => new(Uuid(300 + n));

    public static AccountId Account(int n = 1) => new(Uuid(400 + n));

    public static BrandId Brand(int n = 1) => new(Uuid(500 + n));

    public static GenerationId Generation(int n = 1) => new(Uuid(600 + n));

    public static PostText Text(string caption = "Fresh bread") => new(caption, ["bread", "lisboa"], "A loaf", "A loaf on a table");

    public static DraftPost Post(string caption = "Fresh bread") => new(Platform.Instagram, Text(caption));

    public static PlannedTime At(DateTimeOffset due) => new(due.ToString("s"), "Etc/UTC", due, LocalTimeRule.Exact);

    public static PublicationEvent.Scheduled Scheduled(DateTimeOffset? due = null, int account = 1, string caption = "Fresh bread") =>
        new(
            new(Campaign(), Item(), Platform.Instagram, caption, Picture, "hash", "A loaf", Model),
            new(Account(account), $"1784{account}", $"club{account}"),
            At(due ?? Nine.AddHours(1)),
            (due ?? Nine.AddHours(1)).AddDays(1),
            Ana
        );

    public static NewEvent New(DomainEvent happened) => new(Guid.CreateVersion7(Nine), happened, new(Ana, Nine));

    /// <summary>Events of one stream as the log would hold them, a minute apart.</summary>
    public static IReadOnlyList<RecordedEvent> Recorded(StreamName stream, params DomainEvent[] events) =>
        [.. events.Select((happened, i) => Recorded((ulong)i + 1, stream, i + 1, happened))];

    public static RecordedEvent Recorded(ulong position, StreamName stream, long version, DomainEvent happened) =>
        new(
            new(position),
            stream,
            version,
            Uuid((int)position),
            happened is UnreadableEvent ? "campaign.lost.v9" : EventCatalogue.NameOf(happened.GetType()),
            happened,
            new(Ana, Nine.AddMinutes(position - 1.0), CommandId.Parse("c1"))
        );
}
