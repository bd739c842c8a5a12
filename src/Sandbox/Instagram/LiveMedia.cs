namespace Campaigns.Sandbox.Instagram;

/// <summary>
/// A post that the world can see. <c>Pictures</c> are the containers whose bytes it shows, in order; <c>Items</c> says IMAGE or VIDEO of each, and
/// <c>SaysAiMade</c> whether any of them says of itself that a model made it.
/// </summary>
internal sealed record LiveMedia(
    string Id,
    string AccountId,
    string Username,
    string CreationId,
    string MediaType,
    string Caption,
    string Permalink,
    DateTimeOffset Timestamp,
    IReadOnlyList<string> Pictures,
    IReadOnlyList<string>? Items = null,
    bool SaysAiMade = false
)
{
    /// <summary>Whether one of its items moves, counted from 0.</summary>
    public bool IsVideo(int slide) => Items?.ElementAtOrDefault(slide) == "VIDEO";
}
