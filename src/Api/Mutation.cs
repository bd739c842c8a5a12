namespace Campaigns.Api;

/// <summary>
/// What can be done. Every command takes a `commandId` (or the header `Idempotency-Key`): repeated with the same id and content it gives its
/// first outcome and does nothing twice. A payload without errors means that the change is durable.
/// </summary>
public sealed partial class Mutation;
