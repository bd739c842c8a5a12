using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Media;

/// <summary>What points at stored files, or did, as <c>read.media_holders</c> holds it. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">The stream, and behind a <c>#</c> the item.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Holder">Its id; null of what has none.</param>
/// <param name="Campaign">The campaign of an item.</param>
/// <param name="IsCarousel">Whether pictures drawn for it come to those it has, and do not take their place.</param>
/// <param name="Shown">Keys of the files that an item shows.</param>
/// <param name="Parts">Keys of the files that an item is made of, by the part.</param>
/// <param name="Kept">Keys of other files that it keeps.</param>
/// <param name="Held">Keys of all of them.</param>
/// <param name="Former">Keys of files that it mentioned and does not hold.</param>
/// <param name="ChangedAt">When any of this last changed.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("media_holders")]
public sealed record MediaHolderRow(
    string Tenant,
    string Id,
    MediaHolderKind Kind,
    Guid? Holder,
    Guid? Campaign,
    bool IsCarousel,
    IReadOnlyList<string> Shown,
    IReadOnlyDictionary<string, string> Parts,
    IReadOnlyList<string> Kept,
    IReadOnlyList<string> Held,
    IReadOnlyList<string> Former,
    DateTimeOffset ChangedAt,
    [LogPlace] string LastPosition
);

/// <summary>What points at a file.</summary>
public enum MediaHolderKind
{
    /// <summary>An item of a campaign, by what it shows.</summary>
    Item,

    /// <summary>A campaign, by what was given with its brief.</summary>
    Campaign,

    /// <summary>A brand, by its logo and style references.</summary>
    Brand,

    /// <summary>A publication, whose files are evidence.</summary>
    Publication,

    /// <summary>An AI job: it holds nothing, but what it mentions is not removed at once.</summary>
    Generation,

    /// <summary>A file that was removed: nothing is held.</summary>
    Removed,

    /// <summary>Anything else.</summary>
    Other,
}
