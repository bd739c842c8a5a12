namespace Campaigns.Api.GraphQL.Execution;

/// <summary>Knows which exceptions of some library only mean "not now". Register as many as there are such libraries.</summary>
public interface IFailureTranslator
{
    /// <summary>What to tell the client, or null when the exception is not known here.</summary>
    RequestFailure? Translate(Exception exception);
}
