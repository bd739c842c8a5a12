namespace Campaigns.Api;

/// <summary>
/// What can be done. Every command needs an id of 1 to 100 printable ASCII characters: its `commandId`, or the header `Idempotency-Key` of a
/// document with one mutation field. Repeated with the same id and content, to the same object, it gives its first outcome and does nothing
/// twice; with other content it is refused (`command.id_reused`). A payload without errors means that the change is durable. A payload is
/// null where `errors` beside `data` say why.
/// </summary>
public sealed partial class Mutation;
