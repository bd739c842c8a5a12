using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Journal;

namespace Campaigns.Sandbox.Clerk;

/// <summary>Stands before Clerk's own addresses: asks for the secret key, keeps the journal, lets faults strike.</summary>
internal sealed class ClerkDoor(FaultGate gate, CallJournal journal)
{
    public static readonly ClerkErrors Vendor = new();

    /// <summary>An operation is named by its path below <c>/clerk</c>, ids replaced: <c>GET /v1/users/{id}</c>.</summary>
    public Task Enter(HttpContext http, string operation, bool secret, Func<Task> handle) =>
        gate.Pass(
            http,
            new Call("clerk", operation),
            Vendor,
            async () =>
            {
                if (secret && !http.Request.Headers.Authorization.ToString().StartsWith("Bearer sk_", StringComparison.Ordinal))
                {
                    journal.Record("clerk", operation, null, null, "error", "authentication_invalid");
                    await ClerkErrors.Write(http, StatusCodes.Status401Unauthorized, "authentication_invalid", "Invalid authentication.");
                    return;
                }
                await handle();
                journal.Record("clerk", operation, null, null, http.Response.StatusCode < 400 ? http.OutcomeWhenDone() : "error");
            }
        );
}
