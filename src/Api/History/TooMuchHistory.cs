using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Grains.History;

namespace Campaigns.Api.History;

/// <summary>A past that would take too long to fold.</summary>
internal sealed class TooMuchHistory : IFailureTranslator
{
    public RequestFailure? Translate(Exception exception) =>
        exception is TooMuchHistoryException { Most: var most }
            ? RequestFailure.OverLimit(ErrorCodes.LimitHistory, $"What was is told over the first {most} events of a thing.", most)
            : null;
}
