using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Tests.Fields;

/// <summary>Tenants, ids and values for tests.</summary>
internal static class Given
{
    public static readonly TenantId Club = TenantId.Parse("org_club");
    public static readonly ActorId Ada = ActorId.Parse("user_ada");
    public static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly Problem Busy = new(ProblemClass.Transient, "http_503", "Busy.");
    public static readonly Provenance Model = new("gemini", "gemini-2.5-flash", "posts.v1");

    public static readonly MediaAsset Picture = new(
        "org_club/0193a1b2-0000-7000-8000-0000000000aa-x.jpg",
        new("https://media.example/1.jpg"),
        "image/jpeg",
        new string('a', 64),
        1000,
        1080,
        1350
    );

    /// <summary>A text of 2 micro-dollars a token in and 10 out, and pictures at 0.1 dollars.</summary>
    public static readonly PriceBook Prices = new(
        "test",
        [
            new("gemini", "text", new(2020, 1, 1), null, new() { Input = MicroUsd.Of(2), Output = MicroUsd.Of(10) }),
            new("gemini", "image", new(2020, 1, 1), null, new() { Images = ModelPrice.NoImages.Add("1K", MicroUsd.FromDollars(0.1m)) }),
        ],
        null
    );

    public static readonly UsualModels Models = new(
        new("gemini", "text"),
        new("gemini", "image"),
        new("veo", "none"),
        new("gemini", "none")
    );

    public static LedgerStanding Standing { get; } =
        new(
            LedgerMonth.Of(Nine),
            new(MicroUsd.Of(50_000_000), null),
            MicroUsd.Of(1234.5m),
            MicroUsd.Of(7000),
            1,
            MicroUsd.Zero,
            null,
            [new(Campaign(), new(MicroUsd.Of(9_000_000), MicroUsd.Of(8_000_000)), MicroUsd.Of(1234.5m))]
        );

    public static CampaignId Campaign(int n = 1) => new(Uuid(100 + n));

    public static ItemId Item(int n = 1) => new(Uuid(200 + n));

    public static PublicationId Publication(int n = 1) => new(Uuid(300 + n));

    public static AccountId Account { get; } = new(Uuid(401));

    public static BrandId Brand { get; } = new(Uuid(501));

    public static GenerationId Generation { get; } = new(Uuid(601));

    public static TokenRef Token { get; } = new(Uuid(701));

    public static DraftPost Post(string caption) => new(Platform.Instagram, new(caption, ["bread", "lisboa"], "A loaf", "A loaf"));

    public static PublicationEvent.Scheduled Scheduled(DateTimeOffset due, int campaign = 1, int item = 1) =>
        new(
            new(Campaign(campaign), Item(item), Platform.Instagram, "Fresh bread\n\n#bread", Picture, "hash", "A loaf", Model),
            new(Account, "17841", "padaria"),
            new(due.ToString("s"), "Etc/UTC", due, LocalTimeRule.Exact),
            due.AddDays(1),
            Ada
        );

    private static Guid Uuid(int n) => new(n, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
