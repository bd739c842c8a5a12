using System.Text.Json.Serialization;

namespace Campaigns.Domain.Generations;

/// <summary>One AI job.</summary>
/// <param name="Uuid">A UUIDv7, or one derived from a command id.</param>
[JsonConverter(typeof(StringIdJsonConverter<GenerationId>))]
public readonly record struct GenerationId(Guid Uuid) : IStringId<GenerationId>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static GenerationId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
