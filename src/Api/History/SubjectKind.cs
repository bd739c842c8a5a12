namespace Campaigns.Api.History;

/// <summary>What an event happened to.</summary>
public enum SubjectKind
{
    /// <summary>A campaign, its posts included.</summary>
    Campaign,

    /// <summary>A publication.</summary>
    Publication,

    /// <summary>An AI job: posts being written, or a picture being drawn.</summary>
    Generation,

    /// <summary>An account.</summary>
    Account,

    /// <summary>A brand.</summary>
    Brand,

    /// <summary>The tenant's settings.</summary>
    Tenant,

    /// <summary>A webhook.</summary>
    Webhook,

    /// <summary>A month of AI money.</summary>
    Ledger,

    /// <summary>A stored picture or video.</summary>
    MediaFile,
}

/// <summary>The read model's words for it.</summary>
internal static class SubjectKinds
{
    public static string ToRow(this SubjectKind kind) => kind.ToString().ToLowerInvariant();

    public static SubjectKind FromRow(string kind) => Enum.Parse<SubjectKind>(kind, ignoreCase: true);
}
