using Campaigns.Domain.Generations;
using Orleans.Concurrency;

namespace Campaigns.Grains.Generations;

/// <summary>One AI job. It tells its campaign of the result, and never answers the one who starts it: the two would wait for each other.</summary>
public interface IGenerationGrain : IGrainWithStringKey
{
    /// <summary>Takes the job, or goes on with it. Harmless at any time.</summary>
    [OneWay]
    Task Start(GenerationJob job);
}
