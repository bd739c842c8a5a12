using System.Text.Json;
using Campaigns.Projections.History;

namespace Campaigns.Projections.Campaigns;

/// <summary>Which events of a campaign change its items, and which items those are.</summary>
public static class ItemChanges
{
    private const string Written = "campaign.written.v1"; // many items at once

    /// <summary>The stored names of those events.</summary>
    public static IReadOnlyCollection<string> Names { get; } =
    [
        Written,
        "campaign.commented.v1",
        "campaign.item_added.v1",
        "campaign.item_text_changed.v1",
        "campaign.item_kind_changed.v1",
        "campaign.item_removed.v1",
        "campaign.illustration_requested.v1",
        "campaign.item_illustrated.v1",
        "campaign.illustration_failed.v1",
        "campaign.part_requested.v1",
        "campaign.part_made.v1",
        "campaign.part_failed.v1",
        "campaign.item_assembled.v1",
        "campaign.rewrite_requested.v1",
        "campaign.variants_offered.v1",
        "campaign.variant_chosen.v1",
        "campaign.rewrite_failed.v1",
        "campaign.media_attached.v1",
        "campaign.approval_requested.v1",
        "campaign.item_approved.v1",
        "campaign.changes_requested.v1",
    ];

    /// <summary>The items that such an event changed, in its order.</summary>
    public static IReadOnlyList<Guid> ItemsOf(HistoryRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Name == Written ? [.. row.Data.GetProperty("items").EnumerateArray().Select(Item)] : [Item(row.Data)];
    }

    private static Guid Item(JsonElement data) => data.GetProperty("item").GetGuid();
}
