namespace Campaigns.Domain.Webhooks;

/// <summary>Asks to be told what becomes of posts.</summary>
/// <param name="Url">Where: https, at a public address.</param>
/// <param name="Topics">Of what; empty: of everything.</param>
/// <param name="Description">Up to 500 characters.</param>
public sealed record CreateWebhook(string Url, IReadOnlyList<WebhookTopic> Topics, string? Description);

/// <summary>Changes parts of it; what is null stays.</summary>
/// <param name="Url">Where.</param>
/// <param name="Topics">Of what; empty: of everything.</param>
/// <param name="Description">Empty: none.</param>
public sealed record ChangeWebhook(string? Url, IReadOnlyList<WebhookTopic>? Topics, string? Description);

/// <summary>Gives it another secret.</summary>
/// <param name="FormerFor">How long messages are signed with the former one as well: nothing to 7 days.</param>
public sealed record RotateWebhookSecret(TimeSpan FormerFor);

/// <summary>Tells it nothing for a while.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record DisableWebhook(string Reason);

/// <summary>Tells it again.</summary>
/// <param name="DeliverMissed">Also of what happened meanwhile.</param>
public sealed record EnableWebhook(bool DeliverMissed);

/// <summary>Takes it away.</summary>
public sealed record RemoveWebhook;
