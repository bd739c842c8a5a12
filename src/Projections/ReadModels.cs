namespace Campaigns.Projections;

/// <summary>The projections by name: what a query can ask to be at least as fresh as a change.</summary>
public static class ReadModels
{
    /// <summary>Campaigns.</summary>
    public const string Campaigns = "campaigns.v1";

    /// <summary>Items of campaigns.</summary>
    public const string Items = "items.v1";

    /// <summary>Publications as the calendar shows them.</summary>
    public const string Calendar = "calendar.v1";

    /// <summary>The publish ledger.</summary>
    public const string Publications = "publications.v1";

    /// <summary>What the sweep wakes.</summary>
    public const string Due = "due.v2";

    /// <summary>Connected accounts.</summary>
    public const string Accounts = "accounts.v1";

    /// <summary>Brands.</summary>
    public const string Brands = "brands.v1";

    /// <summary>Tenants' settings.</summary>
    public const string Tenants = "tenants.v1";

    /// <summary>AI jobs.</summary>
    public const string Generations = "generations.v1";

    /// <summary>Every event, for people.</summary>
    public const string History = "history.v1";

    /// <summary>Webhooks.</summary>
    public const string Webhooks = "webhooks.v1";

    /// <summary>Calls to AI providers.</summary>
    public const string AiAttempts = "ai_attempts.v1";

    /// <summary>What they came to by day.</summary>
    public const string AiUsageDaily = "ai_usage_daily.v1";

    /// <summary>The gallery.</summary>
    public const string Media = "media.v2";

    /// <summary>What points at stored files.</summary>
    public const string MediaHolders = "media_holders.v2";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Campaigns,
        Items,
        Calendar,
        Publications,
        Due,
        Accounts,
        Brands,
        Tenants,
        Generations,
        History,
        Webhooks,
        AiAttempts,
        AiUsageDaily,
        Media,
        MediaHolders,
    ];
}
