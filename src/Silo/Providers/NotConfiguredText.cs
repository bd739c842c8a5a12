using Campaigns.Domain;
using Campaigns.Integrations;

namespace Campaigns.Silo.Providers;

/// <summary>Stands where a model that writes would, in a system that has no key for any.</summary>
internal sealed class NotConfiguredText : ITextGenerator
{
    public Task<Reply<GeneratedText>> Write(TextRequest request, CancellationToken ct) =>
        Task.FromResult<Reply<GeneratedText>>(new Reply<GeneratedText>.Broken(NotConfigured.Problem("GEMINI_API_KEY")));
}
