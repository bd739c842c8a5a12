using Campaigns.Projections.Engine;

namespace Campaigns.Silo.Verbs;

/// <summary>How fast a build goes, from how far it was at two looks.</summary>
internal sealed class BuildPace(TimeProvider clock)
{
    private long? first;
    private long began;

    /// <summary>Takes in a look: events a second since the first one, and the time left at that rate; null before both are known.</summary>
    public (double? Rate, TimeSpan? Left) Saw(BuildStatus build)
    {
        if (first is not { } from || build.Position < from)
        {
            (first, began) = (build.Position, clock.GetTimestamp());
            return (null, null);
        }

        var rate = (build.Position - from) / clock.GetElapsedTime(began).TotalSeconds;
        return rate > 0 && double.IsFinite(rate) ? (rate, TimeSpan.FromSeconds((build.Head - build.Position) / rate)) : (null, null);
    }
}
