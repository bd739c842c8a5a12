namespace Campaigns.Api.GraphQL.Subscriptions;

/// <summary>Counts what each has open, up to so many.</summary>
internal sealed class Places(int most)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> open = [];

    /// <summary>Counts one more until it is disposed of; null when there are too many.</summary>
    public IDisposable? Enter(string whose)
    {
        lock (gate)
        {
            var count = open.GetValueOrDefault(whose);
            if (count >= most)
                return null;
            open[whose] = count + 1;
        }
        return new Place(() => Leave(whose));
    }

    private void Leave(string whose)
    {
        lock (gate)
            if (--open[whose] == 0)
                open.Remove(whose);
    }

    private sealed class Place(Action leave) : IDisposable
    {
        private Action? leave = leave;

        public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
    }
}
