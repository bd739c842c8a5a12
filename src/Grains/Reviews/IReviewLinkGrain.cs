namespace Campaigns.Grains.Reviews;

/// <summary>
/// Looks at the signatures of reviewers' tokens, for processes that have no key. It is one for all tenants: whoever makes a token up would
/// make up the tenant too, and so a grain for each.
/// </summary>
public interface IReviewLinkGrain : IGrainWithStringKey
{
    /// <summary>Whether a token is signed by us, and its time is not over. Whether it opens anything is another question.</summary>
    Task<bool> IsGenuine(string token);
}
