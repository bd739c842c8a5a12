namespace Campaigns.Api.GraphQL;

/// <summary>How much one request may ask for.</summary>
public sealed record GraphQLLimits
{
    /// <summary>Bytes of a request's body.</summary>
    public int BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Characters of a document.</summary>
    public int DocumentCharacters { get; init; } = 64 * 1024;

    /// <summary>Selections of a document with its fragments written out. Validation compares each with each.</summary>
    public int Selections { get; init; } = 1_000;

    /// <summary>Fields of a document that are given another name, fragments written out: that is how the same field is asked for many times.</summary>
    public int Aliases { get; init; } = 100;

    /// <summary>Characters of a field's other name, which is repeated in each element of a list.</summary>
    public int NameCharacters { get; init; } = 200;

    /// <summary>Items of one list in the variables or the document.</summary>
    public int ListItems { get; init; } = 1_000;

    /// <summary>Characters of an error's message: what a client sent is not sent back to it at any length.</summary>
    public int MessageCharacters { get; init; } = 500;

    /// <summary>How many errors of a document are told.</summary>
    public int DocumentErrors { get; init; } = 50;

    /// <summary>How deep fields may be nested. The usual introspection query needs 15.</summary>
    public int Depth { get; init; } = 16;

    /// <summary>How many fields the answer may have: each list counts as long as its <c>first</c> or <c>last</c> says, or 20.</summary>
    public int Complexity { get; init; } = 50_000;

    /// <summary>The same of an operation that asks for nothing but the schema.</summary>
    public int SchemaComplexity { get; init; } = 1_000_000;

    /// <summary>The same of one element of a subscription, which is answered again and again without being asked.</summary>
    public int SubscriptionComplexity { get; init; } = 2_000;

    /// <summary>How long an operation may run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Characters of parsed documents that are kept for the next request.</summary>
    public int CachedCharacters { get; init; } = 4 * 1024 * 1024;

    /// <summary>Whether the schema may be asked for.</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>How many operations may run at the same time over one WebSocket.</summary>
    public int OperationsPerConnection { get; init; } = 50;

    /// <summary>How many WebSockets and event streams one person may have open at this process.</summary>
    public int ConnectionsPerPerson { get; init; } = 20;

    /// <summary>How many subscriptions one tenant may have open at this process.</summary>
    public int SubscriptionsPerTenant { get; init; } = 500;

    /// <summary>How long a WebSocket may take to say <c>connection_init</c>.</summary>
    public TimeSpan InitTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of a message that comes before <c>connection_init</c> was accepted.</summary>
    public int InitBytes { get; init; } = 16 * 1024;

    /// <summary>How many WebSockets may be open at this process whose <c>connection_init</c> was not accepted yet.</summary>
    public int NewSockets { get; init; } = 2_000;

    /// <summary>How many of them from one address; this machine's own are not counted so: a proxy on it brings everybody.</summary>
    public int NewSocketsPerAddress { get; init; } = 200;

    /// <summary>How long a client may take to take one message off us before it is too slow.</summary>
    public TimeSpan SlowClient { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one that was too slow has to hear why it is dropped.</summary>
    public TimeSpan LastWords { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a quiet connection is shown to be alive.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);
}
