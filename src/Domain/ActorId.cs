using System.Text.Json.Serialization;

namespace Campaigns.Domain;

/// <summary>Who asked: a user id of the identity provider, or <c>system:…</c> for our own machinery. Never a name or an address.</summary>
[JsonConverter(typeof(StringIdJsonConverter<ActorId>))]
public readonly record struct ActorId : IStringId<ActorId>
{
    private ActorId(string value) => Value = value;

    /// <inheritdoc />
    public string Value => field ?? "";

    /// <summary>The publishing saga acting on its own.</summary>
    public static ActorId Publisher { get; } = new("system:publisher");

    /// <summary>The generation saga acting on its own.</summary>
    public static ActorId Generator { get; } = new("system:generator");

    /// <summary>Who tells webhooks, acting on its own.</summary>
    public static ActorId Notifier { get; } = new("system:notifier");

    /// <summary>Who keeps the ledgers of AI money: whose call it was stands in the entry.</summary>
    public static ActorId Bookkeeper { get; } = new("system:bookkeeper");

    /// <summary>Who erases tenants, acting on its own.</summary>
    public static ActorId Eraser { get; } = new("system:eraser");

    /// <summary>Takes away files that nothing points at.</summary>
    public static ActorId Sweeper { get; } = new("system:sweeper");

    /// <inheritdoc />
    public static ActorId Parse(string text) =>
        text is { Length: > 0 and <= 100 } ? new(text) : throw new FormatException("An actor id has 1 to 100 characters.");

    /// <inheritdoc />
    public override string ToString() => Value;
}
