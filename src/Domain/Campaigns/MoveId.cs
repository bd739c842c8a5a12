using System.Text.Json.Serialization;

namespace Campaigns.Domain.Campaigns;

/// <summary>One move of a whole campaign.</summary>
/// <param name="Uuid">Derived from the command that asked for it.</param>
[JsonConverter(typeof(StringIdJsonConverter<MoveId>))]
public readonly record struct MoveId(Guid Uuid) : IStringId<MoveId>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static MoveId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
