using System.Net;
using System.Text.Json;

namespace Campaigns.Integrations.Rube;

/// <summary>What came of one JSON-RPC message over HTTP.</summary>
internal abstract record McpAnswer
{
    private McpAnswer() { } // closed: every case is below

    /// <summary>The method's result.</summary>
    public sealed record Result(JsonElement Value) : McpAnswer;

    /// <summary>JSON-RPC's own error.</summary>
    public sealed record Fault(long Code) : McpAnswer;

    /// <summary>A status other than 2xx.</summary>
    public sealed record Refused(HttpStatusCode Status, TimeSpan? RetryAfter) : McpAnswer;

    /// <summary>A web page, which is what Rube shows to a token it does not know.</summary>
    public sealed record Page : McpAnswer;

    /// <summary>Nobody was there: nothing was sent.</summary>
    public sealed record NotSent : McpAnswer;

    /// <summary>It was kept back: the time until which it might be sent had passed.</summary>
    public sealed record TooLate : McpAnswer;

    /// <summary>It was sent, and no answer came that can be read.</summary>
    public sealed record Lost(string How) : McpAnswer;
}
