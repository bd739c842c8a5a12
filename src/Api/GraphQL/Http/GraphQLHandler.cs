using Campaigns.Api.GraphQL.Execution;
using Campaigns.Api.GraphQL.Subscriptions;
using Campaigns.Api.GraphQL.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.GraphQL.Http;

/// <summary>GraphQL over HTTP: one request, one operation, one answer; or a stream of answers, or a WebSocket, where that is asked for.</summary>
internal sealed class GraphQLHandler(
    OperationRunner operations,
    EventStreams streams,
    SocketHandler sockets,
    IConnectionGate gate,
    GraphQLLimits limits
)
{
    public async Task Handle(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            await sockets.Handle(http);
            return;
        }

        var mediaType = MediaTypes.Negotiate(http.Request);
        try
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
                throw RequestFailure.MethodNotAllowed("Use POST, or GET for queries.");
            if (mediaType is null)
                throw RequestFailure.NotAcceptable();

            await gate.Admit(http, token: null, http.RequestAborted); // what only looks like an upgrade came past the check of those
            var question = await QuestionReader.Read(http.Request, limits);
            if (mediaType == MediaTypes.Events)
                await streams.Answer(http, question);
            else
                await GraphQLAnswer.Write(
                    http,
                    await operations.Run(question, http, http.RequestServices, OperationRule.MarksOf(http), http.RequestAborted),
                    mediaType
                );
        }
        catch (RequestFailure failure)
        {
            await GraphQLAnswer.Refuse(http, failure, mediaType);
        }
    }
}
