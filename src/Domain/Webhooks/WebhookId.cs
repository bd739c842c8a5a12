using System.Text.Json.Serialization;

namespace Campaigns.Domain.Webhooks;

/// <summary>One place outside that is told what becomes of a tenant's posts.</summary>
/// <param name="Uuid">A UUIDv7, or one derived from a command id.</param>
[JsonConverter(typeof(StringIdJsonConverter<WebhookId>))]
public readonly record struct WebhookId(Guid Uuid) : IStringId<WebhookId>
{
    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <inheritdoc />
    public static WebhookId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
