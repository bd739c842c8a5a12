using System.Text.Json.Serialization;

namespace Campaigns.Domain.Accounts;

/// <summary>Names a token in the vault. Never the token itself.</summary>
/// <param name="Uuid">A UUIDv7.</param>
[JsonConverter(typeof(StringIdJsonConverter<TokenRef>))]
public readonly record struct TokenRef(Guid Uuid) : IStringId<TokenRef>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static TokenRef Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
