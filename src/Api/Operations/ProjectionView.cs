using Campaigns.Projections.Engine;
using GraphQL;

namespace Campaigns.Api.Operations;

/// <summary>A projection, as its rows are read.</summary>
/// <param name="Name">Its name, such as `calendar.v1`.</param>
/// <param name="Version">The version that is read, such as `v1`.</param>
/// <param name="Position">The place in the log that it has come to.</param>
/// <param name="LagSeconds">For how long the oldest event has been waiting that it has not taken in; 0 when there is none.</param>
/// <param name="Parked">How many events it could not take in.</param>
/// <param name="Rebuild">The build that grows beside it, if any.</param>
[Name("Projection")]
public sealed record ProjectionView(string Name, string Version, string Position, double LagSeconds, int Parked, RebuildView? Rebuild)
{
    internal static ProjectionView From(BuildStatus live, BuildStatus? building) =>
        new(
            live.Name,
            live.Version,
            $"{live.Position}",
            live.Lag.TotalSeconds,
            checked((int)live.Parked),
            building is null ? null : RebuildView.From(building)
        );
}

/// <summary>A build on its way beside what is read.</summary>
/// <param name="Version">The version that is built.</param>
/// <param name="Position">The place in the log that it has come to.</param>
/// <param name="Progress">The share of the log that it has taken in, from 0 to 1.</param>
/// <param name="StartedAt">When it was asked for.</param>
[Name("Rebuild")]
public sealed record RebuildView(string Version, string Position, double Progress, DateTimeOffset? StartedAt)
{
    internal static RebuildView From(BuildStatus building) =>
        new(building.Version, $"{building.Position}", building.Progress, building.StartedAt);
}
