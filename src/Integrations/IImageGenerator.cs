using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;

namespace Campaigns.Integrations;

/// <summary>A model that draws.</summary>
public interface IImageGenerator
{
    /// <summary>Draws one picture.</summary>
    Task<Reply<GeneratedImage>> Draw(ImageRequest request, CancellationToken ct);
}

/// <summary>What to draw.</summary>
public sealed record ImageRequest(string Prompt, AspectRatio Ratio);

/// <summary>A drawn picture, in memory on its way to the media store.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="ContentType">As the provider said.</param>
/// <param name="Provider">Such as <c>gemini</c>.</param>
/// <param name="Model">As the reply named it.</param>
/// <param name="Usage">As the provider counted.</param>
public sealed record GeneratedImage(ReadOnlyMemory<byte> Bytes, string ContentType, string Provider, string Model, TokenUsage Usage);
