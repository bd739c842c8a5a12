using System.Text.Json;
using Campaigns.Api.GraphQL.Http;
using Campaigns.Api.GraphQL.Persisted;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>Runs what a request asks, whichever way it came.</summary>
internal sealed class OperationRunner(
    IDocumentExecuter executer,
    ISchema schema,
    IGraphQLSerializer json,
    PersistedDocuments persisted,
    IEnumerable<IOperationGate> gates,
    GraphQLLimits limits
)
{
    /// <summary>Runs it; a subscription has begun when this ends, and its answers are in the result's stream.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="http">The request that it belongs to, and that says who asks.</param>
    /// <param name="services">Of this operation; for a subscription, as long as it goes on.</param>
    /// <param name="marks">For <see cref="OperationRule"/>.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="RequestFailure">It cannot be understood, or may not be run.</exception>
    public async Task<ExecutionResult> Run(
        GraphQLQuestion question,
        HttpContext http,
        IServiceProvider services,
        IEnumerable<string> marks,
        CancellationToken ct
    )
    {
        foreach (var gate in gates)
            await gate.Admit(http, services, ct);
        ListSize.Check(question.Variables, limits);
        var options = new ExecutionOptions
        {
            Schema = schema,
            Query = persisted.Find(question),
            OperationName = question.OperationName,
            Variables = Read(question.Variables, "variables"),
            Extensions = Read(question.Extensions, "extensions"),
            RequestServices = services,
            User = http.User,
            Timeout = limits.Time,
            CancellationToken = ct,
        };
        foreach (var mark in marks)
            options.UserContext[mark] = true;
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            options.UserContext[IdempotencyKeyRule.HasKey] = true;
        return Shorten(await executer.ExecuteAsync(options));
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

    private Inputs? Read(JsonElement? map, string name)
    {
        try
        {
            return json.ReadNode<Inputs>(map);
        }
        // Half a surrogate pair in a text; a member given twice.
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw RequestFailure.BadRequest($"The parameter '{name}' holds what cannot be read.");
        }
    }
}
