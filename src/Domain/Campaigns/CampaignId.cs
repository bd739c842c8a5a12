using System.Text.Json.Serialization;

namespace Campaigns.Domain.Campaigns;

/// <summary>A campaign of a tenant.</summary>
/// <param name="Uuid">A UUIDv7, or one derived from a command id.</param>
[JsonConverter(typeof(StringIdJsonConverter<CampaignId>))]
public readonly record struct CampaignId(Guid Uuid) : IStringId<CampaignId>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static CampaignId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
