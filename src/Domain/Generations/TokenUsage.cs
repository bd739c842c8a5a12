namespace Campaigns.Domain.Generations;

/// <summary>Tokens as the provider counted them.</summary>
/// <param name="Input">Prompt tokens, cached ones included.</param>
/// <param name="CachedInput">Those of the input that came from a cache.</param>
/// <param name="Output">Answer tokens, without thinking.</param>
/// <param name="Thinking">Thinking tokens; billed as output.</param>
public sealed record TokenUsage(long Input, long CachedInput, long Output, long Thinking);
