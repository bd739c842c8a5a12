namespace Campaigns.Api.GraphQL.Subscriptions;

/// <summary>Counts the connections that each person has open at this process.</summary>
internal sealed class OpenConnections(GraphQLLimits limits)
{
    private readonly Places places = new(limits.ConnectionsPerPerson);

    /// <summary>Counts one more until it is disposed of; null when the person has too many.</summary>
    /// <param name="person">Who; nobody in particular is not counted.</param>
    public IDisposable? Enter(string? person) => person is null ? new Uncounted() : places.Enter(person);

    private sealed class Uncounted : IDisposable
    {
        public void Dispose() { }
    }
}
