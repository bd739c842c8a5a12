using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Projections.Engine;

namespace Campaigns.Api.Operations;

/// <summary>A projection's name that is none: BAD_USER_INPUT, with the names there are.</summary>
internal sealed class UnknownProjection : IFailureTranslator
{
    public RequestFailure? Translate(Exception exception) =>
        exception is UnknownProjectionException unknown
            ? RequestFailure.BadInput("projection", $"One of {string.Join(", ", unknown.Known)}, or without its version.")
            : null;
}
