using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.Projections.Engine;

namespace Campaigns.Silo.Verbs;

/// <summary>A build in one line, for people or for programs.</summary>
internal static class BuildReport
{
    public static string Text(BuildStatus build, double? rate = null, TimeSpan? left = null)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{build.Name, -18} {build.State, -8} {build.Position} of {build.Head} events ({build.Progress:P0}), "
                + $"{build.Lag.TotalSeconds:0.0} s behind, {build.Parked} parked"
        );
        return rate is { } pace && left is { } rest
            ? string.Create(CultureInfo.InvariantCulture, $"{line}; {pace:0} events/s, {rest.TotalSeconds:0} s left")
            : line;
    }

    public static string Json(BuildStatus build, double? rate = null, TimeSpan? left = null) =>
        new JsonObject
        {
            ["projection"] = build.Name,
            ["table"] = build.Slot,
            ["state"] = build.State,
            ["position"] = build.Position,
            ["head"] = build.Head,
            ["lagSeconds"] = Math.Round(build.Lag.TotalSeconds, 3),
            ["parked"] = build.Parked,
            ["eventsPerSecond"] = rate is { } pace ? Math.Round(pace) : null,
            ["secondsLeft"] = left is { } rest ? Math.Round(rest.TotalSeconds, 1) : null,
        }.ToJsonString();
}
