using System.Diagnostics;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Gemini;

/// <summary>The configured model that draws, for those who ask for no model by name.</summary>
internal sealed class GeminiImages(IMediaModels models, GeminiOptions options) : IImageGenerator
{
    public async Task<Reply<GeneratedImage>> Draw(ImageRequest request, CancellationToken ct)
    {
        var drawn = await models.Begin(options.ImageModel, new MediaRequest.Image(request.Prompt, request.Ratio, []), ct);
        return drawn.Reply.Map(work =>
            work is MediaWork.Here here
                ? new GeneratedImage(
                    here.Bytes,
                    here.ContentType,
                    models.Provider,
                    drawn.Model,
                    drawn.Usage.Tokens ?? new TokenUsage(0, 0, 0, 0)
                )
                : throw new UnreachableException("Gemini draws at once.")
        );
    }
}
