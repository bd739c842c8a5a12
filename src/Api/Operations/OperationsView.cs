using Campaigns.Api.Auth;
using Campaigns.Projections.Engine;
using GraphQL;

namespace Campaigns.Api.Operations;

/// <summary>How the system runs.</summary>
/// <param name="Projections">The projections, by name.</param>
[Name("Operations")]
public sealed record OperationsView(IReadOnlyList<ProjectionView> Projections)
{
    private const int MostShown = 100;

    /// <summary>Events that a projection could not take in, the oldest first; at most 100.</summary>
    /// <param name="projection">The projection's name, such as `calendar.v1`, or `calendar` for any version.</param>
    public static async Task<IReadOnlyList<ParkedEventView>> ParkedEvents(
        [FromServices] Caller caller,
        [FromServices] OperationsReader operations,
        string projection,
        CancellationToken ct
    )
    {
        caller.RequireSuperAdmin();
        return [.. (await operations.Parked(projection, MostShown, ct)).Select(ParkedEventView.From)];
    }

    internal static OperationsView From(IReadOnlyList<BuildStatus> builds) =>
        new([
            .. builds
                .Where(build => build.State == "live")
                .Select(live =>
                    ProjectionView.From(live, builds.FirstOrDefault(other => other.State == "building" && other.IsBeside(live)))
                ),
        ]);
}
