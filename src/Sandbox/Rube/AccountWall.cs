using Campaigns.Sandbox.Instagram;

namespace Campaigns.Sandbox.Rube;

/// <summary>A token opens its own account and no other.</summary>
internal static class AccountWall
{
    public static void RefuseOthersAccount(this ToolRun run)
    {
        if (run.Text("ig_user_id") is { } asked && asked != "me" && asked != run.Account.Id)
            throw GraphErrors.NotYours(asked);
    }
}
