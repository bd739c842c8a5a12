using System.Text.Json.Serialization;

namespace Campaigns.Domain.Tenants;

/// <summary>One key that automation of a tenant has.</summary>
/// <param name="Uuid">Derived from the id of the command that made it.</param>
[JsonConverter(typeof(StringIdJsonConverter<ServiceTokenId>))]
public readonly record struct ServiceTokenId(Guid Uuid) : IStringId<ServiceTokenId>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static ServiceTokenId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <summary>Who acts with it.</summary>
    public ActorId Actor => ActorId.Parse($"service:{Value}");

    /// <inheritdoc />
    public override string ToString() => Value;
}
