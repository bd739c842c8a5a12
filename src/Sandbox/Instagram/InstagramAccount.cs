namespace Campaigns.Sandbox.Instagram;

/// <summary>A professional account. Its numeric id follows from its name, so that a token means the same account for ever.</summary>
internal sealed record InstagramAccount(string Id, string Username)
{
    public static InstagramAccount Named(string username) => new(InstagramIds.Of("account:" + username), username);
}
