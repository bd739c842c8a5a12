using Campaigns.Api.GraphQL.Subscriptions;
using Campaigns.Api.History;
using Campaigns.Api.Reading;
using Campaigns.Domain.Generations;
using Campaigns.Projections;
using Campaigns.Projections.Generations;
using Campaigns.Projections.History;
using GraphQL;

namespace Campaigns.Api.Generations;

/// <summary>Something happened to an AI job.</summary>
public sealed class GenerationChange(HistoryRow row) : IPlaced
{
    /// <summary>Its place in the log, opaque: give the last one seen as `after` to go on behind it.</summary>
    public string Position => Event.Position;

    /// <summary>What happened, when and by whom.</summary>
    public HistoryEntry Event { get; } = new(row);

    /// <summary>The job's id.</summary>
    public Guid GenerationId => row.Aggregate!.Value;

    /// <summary>The job as it is now, this change included.</summary>
    public async Task<GenerationView?> Generation(
        [FromServices] Viewer viewer,
        [FromServices] GenerationReader generations,
        CancellationToken ct
    )
    {
        var tenant = await viewer.Of(ReadModels.Generations, ct);
        return await generations.Find(tenant, new GenerationId(GenerationId), ct) is { } found ? new(found) : null;
    }
}
