using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;
using Orleans.Concurrency;

namespace Campaigns.Grains.Reviews;

/// <summary>Has no state, and reads nothing.</summary>
[StatelessWorker]
internal sealed class ReviewLinkGrain(Journal journal, IReviewLinks links) : Grain, IReviewLinkGrain
{
    public Task<bool> IsGenuine(string token) =>
        Task.FromResult(links.Read(token) is { } link && journal.Clock.GetUtcNow() < link.ExpiresAt);
}
