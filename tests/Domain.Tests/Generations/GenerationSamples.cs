using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Tests.Generations;

/// <summary>One of each event of AI jobs, and of what campaigns ask of them.</summary>
internal static class GenerationSamples
{
    public static readonly ModelChoice Gemini = new("gemini", "gemini-3-flash");
    public static readonly ModelChoice Router = new("openrouter", "openai/gpt-5.2");
    public static readonly GenerationPlan Plan = new([Gemini, Router], Anna, Ten);
    public static readonly AttemptReservation Reserved = new(LedgerMonth.Of(Nine), MicroUsd.Of(1500), "2026-11");
    public static readonly MeasuredUsage Measured = new() { Tokens = Usage };
    public static readonly GenerationJob.Image Loaf = new(Autumn, First, "A loaf", AspectRatio.Square);

    private static readonly WritingOrder Order = new([new(Platform.Instagram, 2), new(Platform.LinkedIn, 1)], "pt-BR", "Warm");
    private static readonly PictureReference Reference = new(ReferenceRole.Product, new("https://shop.example/loaf.jpg"));

    private static readonly GenerationJob.Video Video = new(
        Autumn,
        First,
        ItemPart.Film(1),
        "Steam rises from a loaf",
        AspectRatio.Tall,
        6,
        new(ReferenceRole.Style, Asset: Picture)
    );

    public static IReadOnlyList<DomainEvent> OfCampaign { get; } =
    [
        new CampaignEvent.PartRequested(
            Job,
            First,
            ItemPart.Slide(2),
            new("A basket", AspectRatio.Portrait, 6, "pt-BR", "Kore", [Reference]),
            Anna
        ),
        new CampaignEvent.PartMade(Job, First, ItemPart.Slide(2), Picture, Model),
        new CampaignEvent.PartFailed(Job, First, ItemPart.Narration, Hiccup),
        new CampaignEvent.ItemAssembled(First, [Picture, OtherPicture], Model),
        new CampaignEvent.RewriteRequested(Job, First, new("Shorter.", ItemField.Caption, 3, "pt-BR", Router), Anna, Reference),
        new CampaignEvent.VariantsOffered(Job, First, [OtherWords, Words], Model),
        new CampaignEvent.VariantChosen(First, 1, OtherWords, Model),
        new CampaignEvent.RewriteFailed(Job, First, Hiccup),
        new CampaignEvent.BriefImprovementRequested(Job, "Mind the date.", Anna),
        new CampaignEvent.BriefSuggested(Job, "Autumn at the bakery, from the first of the month.", Model),
        new CampaignEvent.BriefImprovementFailed(Job, Hiccup),
    ];

    public static IReadOnlyList<DomainEvent> OfJobs { get; } =
    [
        new GenerationEvent.TextRequested(Autumn, "Autumn at the bakery.", Brands.Setting_up_a_brand.Profile, Order),
        new GenerationEvent.ImageRequested(Autumn, First, "A loaf on a wooden table", AspectRatio.Tall),
        new GenerationEvent.Requested(Video, Plan),
        new GenerationEvent.Planned(Plan),
        new GenerationEvent.AttemptStarted(1, Nine, Gemini, Reserved),
        new GenerationEvent.OperationBegun(1, "models/veo/operations/1", "req-1"),
        new GenerationEvent.ProgressMade(1, 0.5),
        new GenerationEvent.AttemptEnded(1, OutcomeClasses.Broken, "gemini-3-flash", Measured, TimeSpan.FromSeconds(3), "req-1", Hiccup),
        new GenerationEvent.AttemptSettled(1),
        new GenerationEvent.AttemptFailed(Hiccup, Ten),
        new GenerationEvent.MovedOn(Hiccup, 1, true, Ten),
        new GenerationEvent.AnswerFaulty(
            1,
            "{\"posts\":[]}",
            ["Two were ordered."],
            new GenerationResult.Posts([Draft], Model, ["One is missing."])
        ),
        new GenerationEvent.TextProduced([Draft], Model, Usage, ["One is missing."]),
        new GenerationEvent.Rewritten([Draft], Model, ["One is missing."]),
        new GenerationEvent.BriefImproved("Autumn at the bakery, from the first of the month.", Model),
        new GenerationEvent.ImageProduced(Picture, Model, Usage),
        new GenerationEvent.MediaProduced(Film, Model),
        new GenerationEvent.CancelRequested(Anna),
        new GenerationEvent.Failed(Hiccup),
        new GenerationEvent.Delivered(),
    ];

    /// <summary>An operation goes on at the provider.</summary>
    public static IReadOnlyList<GenerationEvent> UnderWay { get; } =
    [
        new GenerationEvent.Requested(Video, Plan),
        new GenerationEvent.AttemptStarted(1, Nine, Gemini, Reserved),
        new GenerationEvent.OperationBegun(1, "models/veo/operations/1", "req-1"),
    ];

    /// <summary>An answer is to be mended, and its call to be settled.</summary>
    public static IReadOnlyList<GenerationEvent> BeingMended { get; } =
    [
        new GenerationEvent.Requested(new GenerationJob.Text(Autumn, "Autumn.", null, Campaigns.CampaignSample.Two), Plan),
        new GenerationEvent.AttemptStarted(1, Nine, Gemini, Reserved),
        new GenerationEvent.AttemptEnded(1, OutcomeClasses.Done, "gemini-3-flash", Measured, TimeSpan.FromSeconds(3), "req-1", null),
        new GenerationEvent.AnswerFaulty(1, "{\"posts\":[]}", ["Two were ordered."], new GenerationResult.Posts([Draft], Model)),
    ];
}
