using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Journal;

namespace Campaigns.Sandbox.Blob;

/// <summary>Stands before all of Blob's calls: reads the token, keeps the journal, lets faults strike.</summary>
internal sealed class BlobDoor(FaultGate gate, CallJournal journal)
{
    private const string Provider = "blob";
    private static readonly BlobErrors Vendor = new();

    /// <summary>An operation is <c>put</c>, <c>head</c>, <c>list</c>, <c>delete</c>, <c>copy</c>, or <c>mpu-create</c>, <c>-upload</c>, <c>-complete</c>.</summary>
    public Task Enter(HttpContext http, string operation, Func<string, Task<JsonObject>> handle) =>
        gate.Pass(http, new Call(Provider, operation), Vendor, () => Serve(http, operation, handle));

    private async Task Serve(HttpContext http, string operation, Func<string, Task<JsonObject>> handle)
    {
        try
        {
            var told = await handle(StoreOf(http.Request));
            journal.Record(Provider, operation, null, told, http.OutcomeWhenDone());
        }
        catch (BlobException refused)
        {
            var told = new JsonObject { ["pathname"] = http.Request.Query["pathname"].ToString() };
            journal.Record(Provider, operation, null, told, "error", refused.Code);
            await BlobErrors.Write(http, refused);
        }
    }

    /// <summary>Any token of the right shape is good, but for the secret <c>bad</c>: <c>vercel_blob_rw_STORE_SECRET</c>.</summary>
    private static string StoreOf(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ') is ["Bearer", var token]
        && token.Split('_') is ["vercel", "blob", "rw", { Length: > 0 } store, { Length: > 0 } secret, ..]
        && secret != "bad"
            ? store
            : throw BlobException.Forbidden();
}
