using System.Text.Json.Serialization;

namespace Campaigns.Domain.Campaigns;

/// <summary>One series of a post: the same post, again and again.</summary>
/// <param name="Uuid">Derived from the command that asked for it.</param>
[JsonConverter(typeof(StringIdJsonConverter<SeriesId>))]
public readonly record struct SeriesId(Guid Uuid) : IStringId<SeriesId>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static SeriesId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
