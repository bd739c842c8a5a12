namespace Campaigns.Grains.Limits;

/// <summary>What one tenant's requests of one kind were lately: what is kept over restarts.</summary>
internal sealed class CountedRequests
{
    /// <summary>The window's length that slices were counted by, in ticks: by another, they would mean other times.</summary>
    public long Window { get; set; }

    /// <summary>Everybody's.</summary>
    public SlidingWindow All { get; init; } = new();

    /// <summary>Each person's; at most as many as requests that count.</summary>
    public Dictionary<string, SlidingWindow> Persons { get; init; } = [];

    /// <summary>Counts one request of a person, or says why not.</summary>
    public RateVerdict Take(RateLimit limit, string person, DateTimeOffset now)
    {
        if (Window != limit.Window.Ticks)
            Begin(limit.Window.Ticks);
        var own = Persons.GetValueOrDefault(person) ?? new();
        if (own.WaitFor(limit.PerPerson, limit.Window, now) is { Ticks: > 0 } wait)
            return new RateVerdict.Exceeded(RateScope.Person, limit.PerPerson, limit.Window, wait);
        if (All.WaitFor(limit.PerTenant, limit.Window, now) is { Ticks: > 0 } longer)
            return new RateVerdict.Exceeded(RateScope.Tenant, limit.PerTenant, limit.Window, longer);

        own.Add(limit.Window, now);
        All.Add(limit.Window, now);
        Persons[person] = own;
        return new RateVerdict.Granted(
            Math.Min(limit.PerPerson - own.Count(limit.Window, now), limit.PerTenant - All.Count(limit.Window, now))
        );
    }

    /// <summary>Forgets those who asked for nothing within the window.</summary>
    public void Prune(DateTimeOffset now)
    {
        var window = TimeSpan.FromTicks(Window);
        if (Window > 0)
            foreach (var person in Persons.Where(pair => pair.Value.Count(window, now) == 0).Select(pair => pair.Key).ToList())
                Persons.Remove(person);
    }

    // Rare: a limit of this name got another window.
    private void Begin(long window)
    {
        All.Slices.Clear();
        Persons.Clear();
        Window = window;
    }
}
