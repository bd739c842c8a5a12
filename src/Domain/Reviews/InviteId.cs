using System.Text.Json.Serialization;

namespace Campaigns.Domain.Reviews;

/// <summary>One invitation of an outside reviewer.</summary>
/// <param name="Uuid">Derived from the command that made it.</param>
[JsonConverter(typeof(StringIdJsonConverter<InviteId>))]
public readonly record struct InviteId(Guid Uuid) : IStringId<InviteId>
{
    private const string Prefix = "reviewer:";

    /// <inheritdoc />
    public string Value => Uuid.ToString();

    /// <summary>Whoever holds its link, as the log names them.</summary>
    public ActorId Actor => ActorId.Parse(Prefix + Value);

    /// <summary>Whether that is someone who came by a link, and nobody of the tenant.</summary>
    public static bool IsReviewer(ActorId actor) => actor.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The invitation that they came by; null when it is someone else.</summary>
    public static InviteId? Of(ActorId actor) =>
        IsReviewer(actor) && Guid.TryParseExact(actor.Value[Prefix.Length..], "D", out var id) ? new(id) : null;

    /// <inheritdoc />
    public static InviteId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <inheritdoc />
    public override string ToString() => Value;
}
