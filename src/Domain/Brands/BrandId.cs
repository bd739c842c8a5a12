using System.Text.Json.Serialization;

namespace Campaigns.Domain.Brands;

/// <summary>A brand of a tenant.</summary>
/// <param name="Uuid">A UUIDv7, or one derived from a command id.</param>
[JsonConverter(typeof(StringIdJsonConverter<BrandId>))]
public readonly record struct BrandId(Guid Uuid) : IStringId<BrandId>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static BrandId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
