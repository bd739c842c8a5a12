namespace Campaigns.Integrations.Models;

/// <summary>
/// Every way in which asking a model can fail. Each provider has a table from its own statuses and codes to these, and <see cref="FailureTable"/>
/// says what each means.
/// </summary>
internal enum Failure
{
    /// <summary>Too many calls within a short time.</summary>
    RateLimited,

    /// <summary>It is overloaded, and did nothing.</summary>
    Overloaded,

    /// <summary>As much as a day, or what was paid for, allows.</summary>
    QuotaUsedUp,

    /// <summary>Rules on content forbid the question or the answer.</summary>
    SafetyRefused,

    /// <summary>What we sent is wrong.</summary>
    InvalidRequest,

    /// <summary>What we sent is too much, or of a kind it does not take.</summary>
    InputRefused,

    /// <summary>It could not fetch a picture from the address we gave.</summary>
    InputUnreachable,

    /// <summary>Key, billing, region or permission.</summary>
    KeyRefused,

    /// <summary>It redirects: the configured address is not its own.</summary>
    AddressWrong,

    /// <summary>No such model.</summary>
    ModelGone,

    /// <summary>It failed on its side.</summary>
    ServerFailed,

    /// <summary>It gave up waiting for itself.</summary>
    ServerTimedOut,

    /// <summary>Nobody was there.</summary>
    NeverConnected,

    /// <summary>We gave up waiting, for the first byte or the last.</summary>
    TimedOut,

    /// <summary>The connection broke after the question had left.</summary>
    ConnectionLost,

    /// <summary>A page for people, as proxies serve them.</summary>
    Html,

    /// <summary>Half a JSON text, or none.</summary>
    NotJson,

    /// <summary>The answer was cut off by a limit.</summary>
    Cut,

    /// <summary>It answered nothing.</summary>
    Empty,

    /// <summary>It answered something else than was asked for.</summary>
    Malformed,

    /// <summary>It stopped for a reason of its own.</summary>
    Unfinished,

    /// <summary>What it made, or its memory of the job, is there no longer.</summary>
    ResultGone,

    /// <summary>Somebody stopped the job.</summary>
    Stopped,
}
