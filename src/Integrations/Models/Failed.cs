namespace Campaigns.Integrations.Models;

/// <summary>A call that brought nothing.</summary>
/// <param name="Failure">In which way.</param>
/// <param name="Code">The provider's own code, or ours where it has none; few in number, and no words of its message.</param>
/// <param name="RetryAfter">The wait it asks for.</param>
internal sealed record Failed(Failure Failure, string Code, TimeSpan? RetryAfter = null);
