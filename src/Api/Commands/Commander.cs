using System.Diagnostics;
using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.Commands;

/// <summary>
/// Who commands in this request, and under which id: the input's, or the <c>Idempotency-Key</c> header's, which a document with one mutation
/// field alone may have.
/// </summary>
/// <param name="caller">From the verified token.</param>
/// <param name="requests">The request at hand.</param>
public sealed class Commander(Caller caller, IHttpContextAccessor requests)
{
    /// <summary>Whose data this is all about.</summary>
    public TenantId Tenant => caller.Tenant;

    /// <summary>The permission check alone, for what must be looked up before the command.</summary>
    /// <exception cref="RequestFailure">FORBIDDEN.</exception>
    public void Require(Permission permission) => caller.Require(permission);

    /// <summary>The one permission check of a command, and its context.</summary>
    /// <param name="permission">What it needs.</param>
    /// <param name="id">The input's command id.</param>
    /// <exception cref="RequestFailure">FORBIDDEN; or BAD_USER_INPUT when the command has no id.</exception>
    public CommandContext Require(Permission permission, CommandId? id)
    {
        caller.Require(permission);
        return new(IdOf(requests, id), caller.User, Activity.Current?.TraceId.ToString(), Activity.Current?.Id);
    }

    /// <summary>The id of a command: the input's, or the header's.</summary>
    /// <exception cref="RequestFailure">BAD_USER_INPUT when it has none.</exception>
    internal static CommandId IdOf(IHttpContextAccessor requests, CommandId? id) => id ?? FromHeader(requests);

    private static CommandId FromHeader(IHttpContextAccessor requests)
    {
        // A socket's request is many operations', so its header names none of them.
        var request = requests.HttpContext is { WebSockets.IsWebSocketRequest: false } http ? http.Request : null;
        if (!CommandId.TryParse(request?.Headers["Idempotency-Key"].ToString(), out var key))
            throw RequestFailure.BadInput(
                "commandId",
                "Give every command an id of 1 to 100 printable ASCII characters, here or as the header Idempotency-Key."
            );
        return key;
    }
}
