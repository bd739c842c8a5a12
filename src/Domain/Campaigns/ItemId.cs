using System.Text.Json.Serialization;

namespace Campaigns.Domain.Campaigns;

/// <summary>One item of a campaign, such as a post.</summary>
/// <param name="Uuid">A UUIDv7, or one derived from a command id.</param>
[JsonConverter(typeof(StringIdJsonConverter<ItemId>))]
public readonly record struct ItemId(Guid Uuid) : IStringId<ItemId>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static ItemId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
