using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Orleans.Concurrency;

namespace Campaigns.Grains.Generations;

/// <summary>One AI job. It tells its campaign of the result, and never answers the one who starts it: the two would wait for each other.</summary>
public interface IGenerationGrain : IGrainWithStringKey
{
    /// <summary>Takes the job, or goes on with it. Harmless at any time.</summary>
    /// <param name="job">What to make.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="first">Whom to ask first; null for the configured one.</param>
    [OneWay]
    Task Start(GenerationJob job, ActorId by, ModelChoice? first);

    /// <summary>Goes on with the job, if it is not over. Harmless at any time.</summary>
    Task Wake();

    /// <summary>Calls it off, also at the provider. What came before that is kept.</summary>
    Task<Outcome> Cancel(CommandContext by);
}
