namespace Campaigns.Sandbox.Instagram;

/// <summary>A post that the world can see. <c>Pictures</c> are the containers whose bytes it shows, in order.</summary>
internal sealed record LiveMedia(
    string Id,
    string AccountId,
    string Username,
    string CreationId,
    string MediaType,
    string Caption,
    string Permalink,
    DateTimeOffset Timestamp,
    IReadOnlyList<string> Pictures
);
