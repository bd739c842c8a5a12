using Orleans.Runtime.Messaging;

namespace Campaigns.Api.Commands;

/// <summary>A silo that is lost, met by a call that was on its way to it: another will take its grains over.</summary>
internal static class LostSilo
{
    /// <summary>From the first try on: as long as the silos may take to agree that one of them hangs, and some more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Between two tries.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    // Not TimeoutException: the silo is there, and at work.
    public static bool Is(Exception failure) => failure is OrleansMessageRejectionException or ConnectionFailedException;
}
