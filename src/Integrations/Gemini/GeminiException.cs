using Campaigns.Domain;

namespace Campaigns.Integrations.Gemini;

/// <summary>Carries a "no" through <see cref="Microsoft.Extensions.AI.IChatClient"/>, which knows only answers and exceptions.</summary>
internal sealed class GeminiException(Reply<GeminiAnswer> reply) : Exception("Gemini gave no answer that can be used.")
{
    public Reply<GeminiAnswer> Reply { get; } = reply;
}
