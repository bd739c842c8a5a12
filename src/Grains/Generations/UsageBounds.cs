using System.Text;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Integrations;

namespace Campaigns.Grains.Generations;

/// <summary>The most that a call can use: what is set aside before it is made.</summary>
internal static class UsageBounds
{
    /// <summary>A picture that goes along, at its largest.</summary>
    private const long TokensOfPicture = 2_600;

    /// <summary>What a model that draws writes beside the picture, thinking among it.</summary>
    private const long TokensOfDrawing = 8_192;

    /// <summary>The longest clip that any provider makes at once.</summary>
    private const decimal LongestClip = 12;

    public static UsageBound Of(GenerationJob job, FaultyAnswer? draft, IWritingDesk desk, GenerationSettings settings)
    {
        switch (job)
        {
            case GenerationJob.Image image:
                return new()
                {
                    InputTokens = Encoding.UTF8.GetByteCount(desk.Picture(image).Prompt) + TokensOfPicture * (image.References?.Count ?? 0),
                    OutputTokens = TokensOfDrawing,
                    Images = 1,
                    ImageSize = "1K",
                };
            case GenerationJob.Video:
                return new() { VideoSeconds = LongestClip };
            case GenerationJob.Speech speech:
                // A voice is counted in tokens by some: 25 a second, and nobody speaks more slowly than five characters a second.
                return new()
                {
                    Characters = speech.Words.Length,
                    InputTokens = Encoding.UTF8.GetByteCount(speech.Words) + 500,
                    OutputTokens = 5L * speech.Words.Length + 500,
                };
            default:
                var ask = desk.Ask(job, draft);
                var pictures = job switch
                {
                    GenerationJob.Text text => text.Order.References?.Count ?? 0,
                    GenerationJob.Rewrite { Picture: not null } => 1,
                    _ => 0,
                };
                return new()
                {
                    InputTokens =
                        Encoding.UTF8.GetByteCount(ask.Instructions)
                        + Encoding.UTF8.GetByteCount(ask.Prompt)
                        + Encoding.UTF8.GetByteCount(ask.Schema.ToJsonString())
                        + TokensOfPicture * pictures,
                    OutputTokens = settings.MostTextTokens,
                };
        }
    }
}
