using Campaigns.Domain;
using Campaigns.Integrations;

namespace Campaigns.Silo.Providers;

/// <summary>Stands where a model that draws would, in a system that has no key for any.</summary>
internal sealed class NotConfiguredImages : IImageGenerator
{
    public Task<Reply<GeneratedImage>> Draw(ImageRequest request, CancellationToken ct) =>
        Task.FromResult<Reply<GeneratedImage>>(new Reply<GeneratedImage>.Broken(NotConfigured.Problem("GEMINI_API_KEY")));
}
