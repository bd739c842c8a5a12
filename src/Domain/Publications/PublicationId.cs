using System.Text.Json.Serialization;

namespace Campaigns.Domain.Publications;

/// <summary>One item on its way to one account.</summary>
/// <param name="Uuid">A UUIDv7, or one derived from a command id.</param>
[JsonConverter(typeof(StringIdJsonConverter<PublicationId>))]
public readonly record struct PublicationId(Guid Uuid) : IStringId<PublicationId>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static PublicationId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
