using System.Text;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Api.GraphQL.Subscriptions;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.GraphQL.Http;

/// <summary>
/// Answers as server-sent events, one operation a request: <c>next</c> for each answer, with its position as id, and <c>complete</c> at the
/// end. An operation that does not begin is told in the stream, since a browser's EventSource reads nothing else.
/// </summary>
internal sealed class EventStreams(
    OperationRunner operations,
    IGraphQLTextSerializer json,
    IConnectionGate gate,
    OpenConnections connections,
    GraphQLLimits limits,
    TimeProvider clock,
    ILogger<EventStreams> log,
    IHostApplicationLifetime? life = null
)
{
    private const string Complete = "event: complete\ndata: \n\n";

    /// <exception cref="RequestFailure">It cannot begin: nothing is written yet.</exception>
    public async Task Answer(HttpContext http, GraphQLQuestion question)
    {
        var admission = await gate.Admit(http, token: null, http.RequestAborted);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            life?.ApplicationStopping ?? CancellationToken.None
        );
        var single = MediaTypes.NegotiateOne(http.Request);
        using var place = connections.Enter(admission.Person); // first: what is refused must not have been carried out
        if (place is null && single is null)
            throw RequestFailure.TooManyConnections(limits.ConnectionsPerPerson);
        string[] marks = [place is null ? OperationRule.NoRoom : OperationRule.Streaming, .. OperationRule.MarksOf(http)];
        var result = await operations.Run(question, http, http.RequestServices, marks, end.Token);
        if (ResponseStream.Of(result) is null && single is not null)
        {
            place?.Dispose();
            await GraphQLAnswer.Write(http, result, single);
            return;
        }

        await Begin(http, end.Token);
        using var client = new EventWriter(http, limits, clock);
        try
        {
            await Stream(client, result, admission, end.Token);
        }
        catch (SlowClientException)
        {
            log.LogWarning("A client of server-sent events is too slow, and is dropped");
            await client.SayLast(Next(RequestFailure.TooSlow(limits.SlowClient)) + Complete);
        }
        catch (RequestFailure failure)
        {
            await client.SayLast(Next(failure) + Complete); // without an id: whoever comes back is told again what could not be told
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client left, or we do: without 'complete' it comes back, here or elsewhere.
            log.LogDebug("A stream of server-sent events has ended");
        }
    }

    private static async Task Begin(HttpContext http, CancellationToken ct)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var headers = http.Response.Headers;
        headers.ContentType = "text/event-stream; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["X-Accel-Buffering"] = "no"; // a proxy must not gather what should arrive at once
        await http.Response.StartAsync(ct);
        await http.Response.Body.FlushAsync(ct);
    }

    // The answers, signs of life between them, and the end of the token, whichever comes first.
    private async Task Stream(EventWriter client, ExecutionResult result, Admission admission, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task answers = Answers(client, result, over.Token),
            signs = ShowLife(client, over.Token),
            expiry = Until.End(admission, clock, over.Token);
        var first = await Task.WhenAny(answers, signs, expiry);

        await over.CancelAsync();
        await Task.WhenAll(answers, signs, expiry).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
        if (first == expiry)
            await client.Send(Next(RequestFailure.Unauthenticated()), ct);
        await client.Send(Complete, ct);
    }

    private async Task Answers(EventWriter client, ExecutionResult result, CancellationToken ct)
    {
        if (ResponseStream.Of(result) is not { } stream)
            await client.Send(Next(result), ct);
        else
            await foreach (var answer in stream.WithCancellation(ct))
                await client.Send(Next(answer.Result, answer.Position), ct);
    }

    private async Task ShowLife(EventWriter client, CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(limits.KeepAlive, clock, ct);
            await client.Send(":\n\n", ct);
        }
    }

    private string Next(RequestFailure failure) => Next(new ExecutionResult(failure));

    private string Next(ExecutionResult result, string? position = null)
    {
        var text = new StringBuilder("event: next\n");
        if (position is not null)
            text.Append("id: ").Append(position).Append('\n');
        return text.Append("data: ").Append(json.Serialize(result)).Append("\n\n").ToString();
    }
}
