using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;

namespace Campaigns.Integrations;

/// <summary>Writes a campaign's posts from its brief: builds the prompt, asks the model, checks the answer against the order.</summary>
public interface ICampaignWriter
{
    /// <summary>
    /// As many posts as ordered, for the platforms ordered, within the platform's limits. An answer that does not fit is asked for once more with
    /// the faults named; one that still does not fit is <c>Rejected</c>.
    /// </summary>
    Task<Reply<WrittenPosts>> Write(string brief, BrandProfile? brand, WritingOrder order, CancellationToken ct);
}

/// <summary>What the model wrote.</summary>
/// <param name="Posts">In the order asked for.</param>
/// <param name="MadeBy">What made it.</param>
/// <param name="Usage">Tokens of all attempts together.</param>
public sealed record WrittenPosts(IReadOnlyList<DraftPost> Posts, Provenance MadeBy, TokenUsage Usage);
