namespace Campaigns.Api.Auth;

/// <summary>What a caller may be allowed to do.</summary>
public enum Permission
{
    /// <summary>See everything of the tenant. <c>tenant:view</c></summary>
    View,

    /// <summary>Start a campaign and have it written. <c>campaign:create</c></summary>
    CreateCampaign,

    /// <summary>Change texts and media of a campaign. <c>campaign:edit</c></summary>
    EditContent,

    /// <summary>Ask for approval. <c>campaign:request_approval</c></summary>
    RequestApproval,

    /// <summary>Approve, ask for changes, and invite outside reviewers. <c>campaign:approve</c></summary>
    Approve,

    /// <summary>Say something of a post. <c>campaign:comment</c></summary>
    Comment,

    /// <summary>Put approved content on the calendar, move it, take it off. <c>publication:schedule</c></summary>
    Schedule,

    /// <summary>Send approved content out at once. <c>publication:publish</c></summary>
    Publish,

    /// <summary>Stop what is about to go out, and let it go on. <c>publication:hold</c></summary>
    Hold,

    /// <summary>Create and change brands. <c>brand:manage</c></summary>
    ManageBrand,

    /// <summary>Connect and disconnect accounts. <c>account:manage</c></summary>
    ManageAccounts,

    /// <summary>Change the tenant's settings, and how much may be spent on AI. <c>tenant:manage</c></summary>
    ManageTenant,

    /// <summary>Set up webhooks, and see what was sent to them. <c>webhook:manage</c></summary>
    ManageWebhooks,

    /// <summary>See what AI calls used and cost. <c>usage:view</c></summary>
    ViewUsage,
}
