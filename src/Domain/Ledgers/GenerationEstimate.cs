using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;

namespace Campaigns.Domain.Ledgers;

/// <summary>How much is to be made, in things that cost something.</summary>
/// <param name="Texts">Calls that write: one for a campaign, one more for each thing written anew.</param>
/// <param name="Items">Posts, ads, carousels and clips to be written by them.</param>
/// <param name="BriefCharacters">Length of what they are written from.</param>
/// <param name="Images">Pictures: of posts, covers, slides and scenes.</param>
/// <param name="ImageSize">Their size, in the provider's word; null counts as the dearest.</param>
/// <param name="Clips">Clips to be filmed.</param>
/// <param name="SecondsOfEach">Length of each.</param>
/// <param name="Characters">Characters to be spoken.</param>
public sealed record GenerationSize(
    int Texts = 0,
    int Items = 0,
    int BriefCharacters = 0,
    int Images = 0,
    string? ImageSize = null,
    int Clips = 0,
    decimal SecondsOfEach = 8,
    int Characters = 0
)
{
    /// <summary>That of posts from a brief.</summary>
    public static GenerationSize Of(WritingOrder order, string brief)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(brief);
        var items = order.Posts.Sum(post => post.Count);
        return new(Texts: 1, items, brief.Length, order.Illustrate ? items : 0);
    }
}

/// <summary>The models that are asked first for each thing.</summary>
/// <param name="Text">That write.</param>
/// <param name="Image">That draw.</param>
/// <param name="Video">That film.</param>
/// <param name="Speech">That speak.</param>
public sealed record UsualModels(ModelChoice Text, ModelChoice Image, ModelChoice Video, ModelChoice Speech);

/// <summary>What something will cost.</summary>
/// <param name="Likely">When each call goes well the first time, with as many tokens as are usual.</param>
/// <param name="Most">When each text needs its repair, each picture and clip a second call, and all take as much as they may.</param>
public sealed record MoneyRange(MicroUsd Likely, MicroUsd Most);

/// <summary>Reckons beforehand what something will cost. It promises nothing: the ledger's limits do.</summary>
public static class GenerationEstimate
{
    private const int CharactersPerToken = 4; // of prose, about; a token is never less than one character of most scripts
    private const int InstructionTokens = 2500; // our own prompt and the schema
    private const int TokensOfItem = 450; // text, hashtags, image prompt
    private const int Thinking = 1500;
    private const int Repeats = 2; // a repair, or a second try
    private const int SpeechTokensPerSecond = 25;
    private const int CharactersPerSecond = 15;

    /// <summary>The range; null when a model that it takes has no price.</summary>
    public static MoneyRange? Of(GenerationSize size, UsualModels models, PriceBook prices, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(size);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(prices);
        var (likely, most) = (MicroUsd.Zero, MicroUsd.Zero);
        foreach (var (model, times, usual, bound) in Work(size, models))
        {
            if (times == 0)
                continue;
            if (prices.Find(model, now)?.Price is not { } price || price.Of(usual) is not { } each || price.Of(bound) is not { } dearest)
                return null;
            likely += MicroUsd.Of(each.Amount * times);
            most += MicroUsd.Of(dearest.Amount * times * Repeats);
        }
        return new(likely, most);
    }

    private static (ModelChoice Model, int Times, UsageBound Usual, UsageBound Bound)[] Work(GenerationSize size, UsualModels models)
    {
        var output = size.Items * TokensOfItem / Math.Max(1, size.Texts) + Thinking;
        var picture = new UsageBound
        {
            InputTokens = InstructionTokens,
            Images = 1,
            ImageSize = size.ImageSize,
        };
        var clip = new UsageBound { InputTokens = InstructionTokens, VideoSeconds = size.SecondsOfEach };
        var speech = new UsageBound
        {
            InputTokens = size.Characters,
            OutputTokens = (long)size.Characters * SpeechTokensPerSecond / CharactersPerSecond,
            Characters = size.Characters,
        };
        return
        [
            (
                models.Text,
                size.Texts,
                Text(InstructionTokens + size.BriefCharacters / CharactersPerToken, output),
                Text(InstructionTokens + size.BriefCharacters, 3 * output)
            ),
            (models.Image, size.Images, picture, picture),
            (models.Video, size.Clips, clip, clip),
            (models.Speech, size.Characters > 0 ? 1 : 0, speech, speech),
        ];
    }

    private static UsageBound Text(long input, long output) => new() { InputTokens = input, OutputTokens = output };
}
