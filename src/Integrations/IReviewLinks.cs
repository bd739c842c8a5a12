using Campaigns.Domain.Reviews;

namespace Campaigns.Integrations;

/// <summary>Signs the links by which reviewers come, so that none can be made up. Nothing is kept: the same link has the same token again.</summary>
public interface IReviewLinks
{
    /// <summary>The token that opens a link.</summary>
    string TokenOf(ReviewLink link);

    /// <summary>The link that a token opens; null when it was not signed here. Whether it is over or taken back, the log knows.</summary>
    ReviewLink? Read(string? token);
}
