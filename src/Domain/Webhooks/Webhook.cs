using System.Text.Json.Serialization;
using Campaigns.Domain.Accounts;
using static Campaigns.Domain.Webhooks.WebhookEvent;

namespace Campaigns.Domain.Webhooks;

/// <summary>A place outside that is told what becomes of posts.</summary>
[JsonDerivedType(typeof(Unknown), "unknown")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Gone), "gone")]
public abstract record Webhook : IFold<Webhook, WebhookEvent>
{
    private Webhook() { } // closed: every case is below

    /// <summary>Nobody asked for it.</summary>
    public sealed record Unknown : Webhook;

    /// <summary>It is there.</summary>
    /// <param name="Url">Where it is told.</param>
    /// <param name="Topics">Of what; empty: of everything.</param>
    /// <param name="Description">For people.</param>
    /// <param name="Secret">Where its secret lies.</param>
    /// <param name="Former">The secret before, as long as messages are signed with it too.</param>
    /// <param name="DisabledBecause">Why it is told nothing; null when it is.</param>
    public sealed record Open(
        string Url,
        IReadOnlyList<WebhookTopic> Topics,
        string? Description,
        TokenRef Secret,
        FormerSecret? Former,
        string? DisabledBecause
    ) : Webhook
    {
        /// <summary>Whether it wants to hear of this.</summary>
        public bool Wants(WebhookTopic topic) => Topics.Count == 0 || Topics.Contains(topic);
    }

    /// <summary>It was removed.</summary>
    /// <param name="Secrets">Where its secrets lay; to be forgotten.</param>
    public sealed record Gone(IReadOnlyList<TokenRef> Secrets) : Webhook;

    /// <inheritdoc />
    public static Webhook Initial { get; } = new Unknown();

    /// <inheritdoc />
    public static int SnapshotVersion => 2;

    /// <inheritdoc />
    public static Webhook Evolve(Webhook state, WebhookEvent happened) =>
        (state, happened) switch
        {
            (Unknown, Created e) => new Open(e.Url, e.Topics, e.Description, e.Secret, Former: null, DisabledBecause: null),
            (Open o, Changed e) => o with { Url = e.Url, Topics = e.Topics, Description = e.Description },
            (Open o, SecretRotated e) => o with { Secret = e.Secret, Former = new(o.Secret, e.FormerUntil) },
            (Open o, Disabled e) => o with { DisabledBecause = e.Reason },
            (Open o, Enabled) => o with { DisabledBecause = null },
            (Open o, Removed) => new Gone(o.Former is { } former ? [o.Secret, former.Secret] : [o.Secret]),
            _ => state,
        };
}

/// <summary>A secret that was replaced.</summary>
/// <param name="Secret">Where it lies.</param>
/// <param name="Until">Messages are signed with it until then, UTC.</param>
public sealed record FormerSecret(TokenRef Secret, DateTimeOffset Until);
