namespace Campaigns.Api;

/// <summary>
/// What can be followed, over `graphql-transport-ws` or as server-sent events. One element for each event, in the order of the log, none left
/// out and none twice: a client that was away gives the `position` of the last element it saw as `after`. Without it, what comes from now on.
/// </summary>
public sealed partial class Subscription;
