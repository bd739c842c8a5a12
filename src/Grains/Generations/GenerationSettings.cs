using Campaigns.Domain.Generations;

namespace Campaigns.Grains.Generations;

/// <summary>Whom AI jobs ask, how many at a time, and for how long.</summary>
public sealed record GenerationSettings
{
    /// <summary>Whom to ask for what, in order.</summary>
    public IReadOnlyDictionary<Capability, IReadOnlyList<ModelChoice>> Chains { get; init; } =
        new Dictionary<Capability, IReadOnlyList<ModelChoice>>();

    /// <summary>Calls that a silo makes side by side; as many films beside them.</summary>
    public int MostCalls { get; init; } = 40;

    /// <summary>Of one tenant: some room is always left for the others.</summary>
    public int MostCallsOfOne { get; init; } = 25;

    /// <summary>How often an operation that goes on at a provider is looked at.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The most tokens that a text may have, thinking among them: what is set aside for it.</summary>
    public int MostTextTokens { get; init; } = 32_768;

    /// <summary>How long a stopping silo lets calls end that are under way: their answers are paid for.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one call may take; the adapters' own deadlines are shorter, and tell more.</summary>
    public static TimeSpan CallTime(Capability what) => what is Capability.Text ? TimeSpan.FromMinutes(3) : TimeSpan.FromMinutes(5);

    /// <summary>How long a job may take, all its calls and waits together.</summary>
    public static TimeSpan JobTime(Capability what) =>
        what switch
        {
            Capability.Video => TimeSpan.FromHours(2),
            _ => TimeSpan.FromHours(1),
        };

    /// <summary>Whom to ask: the one that was wished for first, and then the chain without it. Those that are not there are left out.</summary>
    internal GenerationPlan PlanFor(Capability what, ModelChoice? first, Domain.ActorId by, DateTimeOffset now, Models models)
    {
        var wished = Chains.GetValueOrDefault(what) ?? [];
        IReadOnlyList<ModelChoice> all = first is null ? wished : [first, .. wished.Where(model => model != first)];
        var there = all.Where(model => models.Missing(model, what) is null).ToList();
        return new(there.Count > 0 ? there : all, by, now + JobTime(what)); // with none there, the first says what is missing
    }
}
