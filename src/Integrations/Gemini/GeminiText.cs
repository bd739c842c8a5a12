using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Gemini;

/// <summary>The configured model that writes, for those who ask for no model by name.</summary>
internal sealed class GeminiText(ITextModels models, GeminiOptions options) : ITextGenerator
{
    public async Task<Reply<GeneratedText>> Write(TextRequest request, CancellationToken ct)
    {
        var written = await models.Write(options.TextModel, request, ct);
        return written.Reply.Map(json => new GeneratedText(
            json,
            models.Provider,
            written.Model,
            written.Usage.Tokens ?? new TokenUsage(0, 0, 0, 0)
        ));
    }
}
