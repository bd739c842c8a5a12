using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>Says whether an operation may run, each anew: over one connection come many, and much can have changed since it began.</summary>
public interface IOperationGate
{
    /// <summary>Lets it run.</summary>
    /// <param name="http">The request that it came by, or that its connection began with.</param>
    /// <param name="services">Of this operation.</param>
    /// <param name="ct">Stops asking.</param>
    /// <exception cref="RequestFailure">It may not.</exception>
    Task Admit(HttpContext http, IServiceProvider services, CancellationToken ct);
}
