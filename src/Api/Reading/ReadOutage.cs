using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Projections.Reading;

namespace Campaigns.Api.Reading;

/// <summary>Read models that cannot be reached just now.</summary>
internal sealed class ReadOutage : IFailureTranslator
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(2);

    public RequestFailure? Translate(Exception exception) =>
        exception is ReadModelUnavailableException ? RequestFailure.Unavailable(SoonAgain) : null;
}
