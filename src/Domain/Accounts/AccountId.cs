using System.Text.Json.Serialization;

namespace Campaigns.Domain.Accounts;

/// <summary>A connected Instagram account, as we name it; the platform has its own id for it.</summary>
/// <param name="Uuid">A UUIDv7, or one derived from a command id.</param>
[JsonConverter(typeof(StringIdJsonConverter<AccountId>))]
public readonly record struct AccountId(Guid Uuid) : IStringId<AccountId>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static AccountId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
