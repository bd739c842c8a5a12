namespace Campaigns.Domain.Publications;

/// <summary>How a publication can end without being live.</summary>
public enum Verdict
{
    /// <summary>Taken back, by a person or by an edit of its post.</summary>
    Withdrawn,

    /// <summary>It cannot go out as it is.</summary>
    GaveUp,

    /// <summary>Too late by its late policy.</summary>
    Skipped,

    /// <summary>A person must look.</summary>
    NeedsPerson,
}
