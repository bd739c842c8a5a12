using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Members;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Members;

/// <summary>Reads Clerk's messages about people, organisations and who belongs where.</summary>
internal static class ClerkMessages
{
    private const int LongestName = 200;
    private const int LongestAddress = 320;

    /// <summary>What a message says; null when it is about something that does not matter here.</summary>
    /// <exception cref="JsonException">It is not what its type promises.</exception>
    public static DirectoryMessage? Read(string id, JsonElement body)
    {
        var (type, data) = (Text(body, "type"), Part(body, "data"));
        var message = new DirectoryMessage(id);
        return type switch
        {
            "user.created" or "user.updated" => message with { Person = Person(data) },
            "user.deleted" or "organization.deleted" => message with { Gone = new(Tenant(Text(data, "id")), Sent(body)) },
            "organization.created" or "organization.updated" => message with { Organization = Organization(data) },
            "organizationMembership.created" or "organizationMembership.updated" => message with
            {
                Membership = Membership(data, Time(data, "updated_at"), isOver: false),
            },
            // It comes as it last was: that it is over is as old as the message.
            "organizationMembership.deleted" => message with { Membership = Membership(data, Sent(body), isOver: true) },
            _ => null,
        };
    }

    private static PersonNews Person(JsonElement data) =>
        new(Actor(Text(data, "id")), new(Name(data, OptionalText(data, "username")), PrimaryEmail(data)), Time(data, "updated_at"));

    private static OrganizationNews Organization(JsonElement data) =>
        new(Tenant(Text(data, "id")), Short(Text(data, "name"), LongestName), Time(data, "updated_at"));

    private static MembershipNews Membership(JsonElement data, DateTimeOffset at, bool isOver)
    {
        var (person, role) = (Part(data, "public_user_data"), Text(data, "role"));
        // What a person is known by may be their address, or a number: it is a name only when it is neither.
        var identifier = OptionalText(person, "identifier");
        var isAddress = identifier?.Contains('@', StringComparison.Ordinal) ?? false;
        return new(
            Tenant(Text(Part(data, "organization"), "id")),
            Actor(Text(person, "user_id")),
            Short(role.StartsWith("org:", StringComparison.Ordinal) ? role[4..] : role, LongestName),
            new(Name(person, OptionalText(person, "username")), isAddress ? Short(identifier!, LongestAddress) : null),
            Time(data, "created_at"),
            at,
            isOver
        );
    }

    private static string? Name(JsonElement data, string? otherwise)
    {
        var name = $"{OptionalText(data, "first_name")} {OptionalText(data, "last_name")}".Trim();
        return name.Length > 0 ? Short(name, LongestName)
            : otherwise is { Length: > 0 } ? Short(otherwise, LongestName)
            : null;
    }

    private static string? PrimaryEmail(JsonElement data)
    {
        var primary = OptionalText(data, "primary_email_address_id");
        if (primary is null || !data.TryGetProperty("email_addresses", out var all) || all.ValueKind is not JsonValueKind.Array)
            return null;
        var found = all.EnumerateArray().FirstOrDefault(one => OptionalText(one, "id") == primary);
        return found.ValueKind is JsonValueKind.Object && OptionalText(found, "email_address") is { } address
            ? Short(address, LongestAddress)
            : null;
    }

    // Milliseconds; Clerk's own sample shows seconds.
    private static DateTimeOffset Time(JsonElement data, string name)
    {
        if (Value(data, name) is not { ValueKind: JsonValueKind.Number } value || !value.TryGetInt64(out var number))
            throw new JsonException($"{name} is no time.");
        return number switch
        {
            < 0 or > 99_999_999_999_999 => throw new JsonException($"{name} is no time of ours."),
            < 100_000_000_000 => DateTimeOffset.FromUnixTimeSeconds(number),
            _ => DateTimeOffset.FromUnixTimeMilliseconds(number),
        };
    }

    private static DateTimeOffset Sent(JsonElement body) => Time(body, "timestamp");

    private static ActorId Actor(string id) =>
        Tenant(id) is { Value: ['u', ..] } person ? ActorId.Parse(person.Value) : throw new JsonException("The id is no person's.");

    private static TenantId Tenant(string id) =>
        TenantId.TryParse(id, out var tenant) ? tenant : throw new JsonException("The id is no person's and no organisation's.");

    private static JsonElement Part(JsonElement json, string name) =>
        Value(json, name) is { ValueKind: JsonValueKind.Object } part ? part : throw new JsonException($"{name} is no object.");

    private static string Text(JsonElement json, string name) => OptionalText(json, name) ?? throw new JsonException($"{name} is missing.");

    private static string? OptionalText(JsonElement json, string name) =>
        Value(json, name) switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString()!.Replace("\0", "", StringComparison.Ordinal),
            _ => throw new JsonException($"{name} is no text."),
        };

    private static JsonElement? Value(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

    // Never half of a character that takes two.
    private static string Short(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
