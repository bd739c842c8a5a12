using Campaigns.Domain.Media;

namespace Campaigns.Integrations.Models;

/// <summary>What models that film can make: tall or wide, and of few lengths.</summary>
internal static class ClipShape
{
    /// <summary>All that is not wide is nearest to tall.</summary>
    public static string Of(AspectRatio ratio) => ratio is AspectRatio.Wide ? "16:9" : "9:16";

    /// <summary>The nearest length that can be made; of two as near, the longer.</summary>
    public static int Seconds(int asked, params ReadOnlySpan<int> possible)
    {
        var nearest = possible[0];
        foreach (var seconds in possible)
            if (Math.Abs(seconds - asked) <= Math.Abs(nearest - asked))
                nearest = seconds;
        return nearest;
    }
}
