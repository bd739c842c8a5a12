using System.Text;
using Campaigns.Api.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.GraphQL.Http;

/// <summary>Writes events to one client, the next no sooner than it has taken the last.</summary>
internal sealed class EventWriter(HttpContext http, GraphQLLimits limits, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private Task underway = Task.CompletedTask;

    /// <exception cref="SlowClientException">The client does not take it in time.</exception>
    /// <exception cref="OperationCanceledException">It is over.</exception>
    public async Task Send(string text, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await Taken(underway, limits.SlowClient, ct); // one may have been given up on, but not by the connection
            await Taken(underway = Write(text), limits.SlowClient, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>What a client that was too slow should still hear; one that hears nothing is cut off.</summary>
    public async Task SayLast(string text)
    {
        try
        {
            await Taken(underway, limits.LastWords, http.RequestAborted);
            await Taken(Write(text), limits.LastWords, http.RequestAborted);
        }
        catch (Exception e) when (e is SlowClientException or OperationCanceledException)
        {
            http.Abort();
        }
    }

    private async Task Write(string text) => await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted);

    private async Task Taken(Task write, TimeSpan patience, CancellationToken ct)
    {
        try
        {
            await write.WaitAsync(patience, clock, ct);
        }
        catch (TimeoutException)
        {
            throw new SlowClientException();
        }
    }
}
