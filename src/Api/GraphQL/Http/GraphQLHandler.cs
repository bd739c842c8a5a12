using System.Text.Json;
using Campaigns.Api.GraphQL.Execution;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.GraphQL.Http;

/// <summary>GraphQL over HTTP: one request, one operation, one answer.</summary>
internal sealed class GraphQLHandler(IDocumentExecuter executer, ISchema schema, IGraphQLSerializer json, GraphQLLimits limits)
{
    public async Task Handle(HttpContext http)
    {
        var mediaType = MediaTypes.Negotiate(http.Request);
        try
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
                throw RequestFailure.MethodNotAllowed("Use POST, or GET for queries.");
            if (mediaType is null)
                throw RequestFailure.NotAcceptable();

            var question = await QuestionReader.Read(http.Request, limits);
            await GraphQLAnswer.Write(http, Shorten(await Execute(http, question)), mediaType);
        }
        catch (RequestFailure failure)
        {
            await GraphQLAnswer.Refuse(http, failure, mediaType);
        }
    }

    // A document can be wrong in as many places as it has words.
    private ExecutionResult Shorten(ExecutionResult result)
    {
        if (!result.Executed && result.Errors?.Count > limits.DocumentErrors)
        {
            var first = new ExecutionErrors();
            first.AddRange(result.Errors.Take(limits.DocumentErrors));
            result.Errors = first;
        }
        return result;
    }

    private Task<ExecutionResult> Execute(HttpContext http, GraphQLQuestion question)
    {
        var options = new ExecutionOptions
        {
            Schema = schema,
            Query = question.Query,
            OperationName = question.OperationName,
            Variables = Read(question.Variables, "variables"),
            Extensions = Read(question.Extensions, "extensions"),
            RequestServices = http.RequestServices,
            User = http.User,
            Timeout = limits.Time,
            CancellationToken = http.RequestAborted,
        };
        if (HttpMethods.IsGet(http.Request.Method))
            options.UserContext[OperationRule.ReadOnly] = true;
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            options.UserContext[IdempotencyKeyRule.HasKey] = true;
        return executer.ExecuteAsync(options);
    }

    private Inputs? Read(JsonElement? map, string name)
    {
        try
        {
            return json.ReadNode<Inputs>(map);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // half a surrogate pair in a text
        {
            throw RequestFailure.BadRequest($"The parameter '{name}' holds what cannot be read.");
        }
    }
}
