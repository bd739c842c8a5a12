using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Tests;

/// <summary>The people, things and moments that the specifications speak of. All fixed.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Nine = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Ten = Nine.AddHours(1);

    public static readonly ActorId Anna = ActorId.Parse("user_anna");
    public static readonly ActorId Ben = ActorId.Parse("user_ben");

    public static readonly BrandId Bakery = new(Uuid(1));
    public static readonly CampaignId Autumn = new(Uuid(2));
    public static readonly ItemId First = new(Uuid(3));
    public static readonly ItemId Second = new(Uuid(4));
    public static readonly AccountId Club = new(Uuid(5));
    public static readonly AccountId Shop = new(Uuid(6));
    public static readonly TokenRef Key = new(Uuid(7));
    public static readonly TokenRef NewKey = new(Uuid(8));
    public static readonly GenerationId Job = new(Uuid(9));
    public static readonly GenerationId OtherJob = new(Uuid(10));
    public static readonly PublicationId Outing = new(Uuid(11));
    public static readonly PublicationId OtherOuting = new(Uuid(12));

    public static readonly MediaAsset Picture = Image('a');
    public static readonly MediaAsset OtherPicture = Image('b');

    public static readonly MediaAsset Film = new(
        "org_club/f.mp4",
        new Uri("https://media.example/org_club/f.mp4"),
        "video/mp4",
        new string('f', 64),
        9_000_000,
        1080,
        1920,
        new("mp4", "h264", "aac", 48_000, 30, 12.5)
    );

    public static readonly Provenance Model = new("gemini", "gemini-3-flash", "posts.v1");
    public static readonly TokenUsage Usage = new(1200, 200, 340, 80);

    public static readonly PostText Words = new(
        "Fresh bread at seven.",
        ["bread", "bakery"],
        "A loaf on a wooden table",
        "A loaf of bread"
    );
    public static readonly PostText OtherWords = new("Warm rolls all day.", ["rolls"]);
    public static readonly DraftPost Draft = new(Platform.Instagram, Words);

    public static readonly Problem Hiccup = new(ProblemClass.Transient, "http_503", "The platform is busy.");
    public static readonly Problem Full = new(ProblemClass.Throttled, "9/2207042", "The day's quota is used up.");
    public static readonly Problem Spoiled = new(ProblemClass.ContainerGone, "24/2207006", "There is no such container.");
    public static readonly Problem Lost = new(ProblemClass.OutcomeUnknown, "timeout", "No answer came.");

    public static Problem Of(ProblemClass problem) => new(problem, "code", "In words.");

    public static Guid Uuid(byte n) => new(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, n);

    public static MediaAsset Image(char checksum) =>
        new(
            $"org_club/{checksum}.jpg",
            new Uri($"https://media.example/org_club/{checksum}.jpg"),
            "image/jpeg",
            new string(checksum, 64),
            120_000,
            1080,
            1080
        );
}
