namespace Campaigns.Api.GraphQL.Subscriptions;

/// <summary>Counts the connections that each person has open at this process.</summary>
internal sealed class OpenConnections(GraphQLLimits limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> open = [];

    /// <summary>Counts one more until it is disposed of; null when the person has too many.</summary>
    /// <param name="person">Who; nobody in particular is not counted.</param>
    public IDisposable? Enter(string? person)
    {
        if (person is null)
            return new Place(() => { });
        lock (gate)
        {
            var count = open.GetValueOrDefault(person);
            if (count >= limits.ConnectionsPerPerson)
                return null;
            open[person] = count + 1;
        }
        return new Place(() => Leave(person));
    }

    private void Leave(string person)
    {
        lock (gate)
            if (--open[person] == 0)
                open.Remove(person);
    }

    private sealed class Place(Action leave) : IDisposable
    {
        private Action? leave = leave;

        public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
    }
}
