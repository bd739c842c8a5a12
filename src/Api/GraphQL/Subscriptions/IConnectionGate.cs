using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.GraphQL.Subscriptions;

/// <summary>Says who may keep a connection open, and until when.</summary>
public interface IConnectionGate
{
    /// <summary>Lets someone in, by a token or by what the request itself showed. Whom it lets in, the request's operations act for.</summary>
    /// <param name="http">The request that the connection began with.</param>
    /// <param name="token">A session token that was sent over the connection; null: none was.</param>
    /// <param name="ct">Stops asking.</param>
    /// <exception cref="RequestFailure">UNAUTHENTICATED; or UNAVAILABLE, when it cannot be found out just now.</exception>
    Task<Admission> Admit(HttpContext http, string? token, CancellationToken ct);
}

/// <summary>That someone was let in.</summary>
/// <param name="Person">Who; null: nobody in particular.</param>
/// <param name="Until">When that ends.</param>
public sealed record Admission(string? Person, DateTimeOffset Until)
{
    /// <summary>Asked when <see cref="Until"/> has come: until when it goes on; null: it ends. Without it, it ends.</summary>
    public Func<CancellationToken, Task<DateTimeOffset?>>? Renewal { get; init; }

    /// <summary>What to name on all that is logged for them, such as tenant and user.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Names { get; init; } = [];
}

/// <summary>Lets in whoever comes: for a schema without secrets.</summary>
internal sealed class OpenGate : IConnectionGate
{
    public Task<Admission> Admit(HttpContext http, string? token, CancellationToken ct) =>
        Task.FromResult(new Admission(null, DateTimeOffset.MaxValue));
}
