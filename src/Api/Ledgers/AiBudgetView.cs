using Campaigns.Domain.Ledgers;
using GraphQL;

namespace Campaigns.Api.Ledgers;

/// <summary>Where a month of AI money stands, by the ledger itself. Money is millionths of a US dollar, to the last digit.</summary>
[Name("AiBudget")]
public sealed class AiBudgetView(LedgerStanding standing)
{
    /// <summary>Which month, such as `2026-11`; months are those of UTC.</summary>
    public string Month => standing.Month.Value;

    /// <summary>How much may be spent in a month; null: no limit.</summary>
    public string? HardMicroUsd => standing.Limits.Hard?.Value;

    /// <summary>Where a warning is given; null: none is.</summary>
    public string? SoftMicroUsd => standing.Limits.Soft?.Value;

    /// <summary>What is spent.</summary>
    public string SpentMicroUsd => standing.Settled.Value;

    /// <summary>What is set aside for calls that are under way; it counts like what is spent.</summary>
    public string SetAsideMicroUsd => standing.Reserved.Value;

    /// <summary>How many calls are under way, or were never told of again.</summary>
    public int CallsUnderWay => standing.Open;

    /// <summary>What was spent in all months before.</summary>
    public string SpentBeforeMicroUsd => standing.Balance.Value;

    /// <summary>The call that cost more than could be: until an admin lifts it or the month ends, none is begun. Null: none did.</summary>
    [global::GraphQL.Id]
    public string? HeldByAttemptId => standing.HeldBy?.Value;

    /// <summary>Campaigns with a limit of their own.</summary>
    public IReadOnlyList<CampaignAiBudget> Campaigns { get; } = [.. standing.Campaigns.Select(one => new CampaignAiBudget(one))];
}

/// <summary>Where a campaign with a limit of AI money stands. Money is millionths of a US dollar.</summary>
public sealed class CampaignAiBudget(CampaignStanding standing)
{
    /// <summary>Which campaign.</summary>
    public Guid CampaignId => standing.Campaign.Uuid;

    /// <summary>How much it may cost; null: no limit.</summary>
    public string? HardMicroUsd => standing.Limits.Hard?.Value;

    /// <summary>Where a warning is given; null: none is.</summary>
    public string? SoftMicroUsd => standing.Limits.Soft?.Value;

    /// <summary>What counts against it: spent and set aside, from the month on in which it first had a limit.</summary>
    public string CommittedMicroUsd => standing.Committed.Value;
}

/// <summary>What something will cost, about. Money is millionths of a US dollar.</summary>
/// <param name="LikelyMicroUsd">When each call goes well the first time.</param>
/// <param name="MostMicroUsd">When each has to be made again, and takes as much as it may.</param>
/// <param name="PriceVersion">Of the price book.</param>
public sealed record GenerationEstimateView(string LikelyMicroUsd, string MostMicroUsd, string PriceVersion);

/// <summary>What is to be made.</summary>
/// <param name="Texts">Calls that write: one for a campaign.</param>
/// <param name="Items">Posts, ads, carousels and clips to be written by them.</param>
/// <param name="BriefCharacters">Length of what they are written from.</param>
/// <param name="Images">Pictures: of posts, covers, slides and scenes.</param>
/// <param name="ImageSize">Their size in the provider's word, such as `1K`; left out: the dearest.</param>
/// <param name="Clips">Clips to be filmed.</param>
/// <param name="SecondsOfEach">Length of each.</param>
/// <param name="Characters">Characters to be spoken.</param>
/// <param name="Models">Models other than the usual ones.</param>
public sealed record EstimateGenerationInput(
    int Texts = 1,
    int Items = 1,
    int BriefCharacters = 1000,
    int Images = 0,
    string? ImageSize = null,
    int Clips = 0,
    int SecondsOfEach = 8,
    int Characters = 0,
    EstimateModelsInput? Models = null
)
{
    internal GenerationSize ToSize() => new(Texts, Items, BriefCharacters, Images, ImageSize, Clips, SecondsOfEach, Characters);

    /// <summary>Whether none is negative or beyond all measure.</summary>
    internal bool IsSensible =>
        Array.TrueForAll(
            [Texts, Items, BriefCharacters, Images, Clips, SecondsOfEach, Characters],
            count => count is >= 0 and <= 1_000_000
        );
}

/// <summary>Models other than the usual ones.</summary>
/// <param name="Text">That write.</param>
/// <param name="Image">That draw.</param>
/// <param name="Video">That film.</param>
/// <param name="Speech">That speak.</param>
public sealed record EstimateModelsInput(
    ModelInput? Text = null,
    ModelInput? Image = null,
    ModelInput? Video = null,
    ModelInput? Speech = null
)
{
    internal UsualModels Over(UsualModels usual) =>
        new(
            Text?.ToChoice() ?? usual.Text,
            Image?.ToChoice() ?? usual.Image,
            Video?.ToChoice() ?? usual.Video,
            Speech?.ToChoice() ?? usual.Speech
        );
}

/// <summary>A model of a provider.</summary>
/// <param name="Provider">Such as `gemini`.</param>
/// <param name="Model">Its id there.</param>
public sealed record ModelInput(string Provider, string Model)
{
    internal Domain.Generations.ModelChoice ToChoice() => new(Provider, Model);
}
