using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Webhooks;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.History;

/// <summary>An event's data for display: all of it but the places where secrets lie.</summary>
internal static class EventData
{
    private static readonly JsonSerializerOptions Options = new(RowJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutSecrets } },
    };

    public static JsonElement Of(DomainEvent happened) => JsonSerializer.SerializeToElement(happened, happened.GetType(), Options);

    private static void LeaveOutSecrets(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (IsSecret(type.Type, type.Properties[i]))
                type.Properties.RemoveAt(i);
    }

    private static bool IsSecret(Type type, JsonPropertyInfo property) =>
        (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(TokenRef)
        || (type.IsSubclassOf(typeof(WebhookEvent)) && property.Name == "url"); // whoever knows it may post there
}
