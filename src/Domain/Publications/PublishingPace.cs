namespace Campaigns.Domain.Publications;

/// <summary>How the saga spends its time.</summary>
/// <param name="PrepareAhead">How long before the due time the container is made, so that one call remains. Well under a container's 24 hours.</param>
/// <param name="CallDeadline">
/// After this long a publish call cannot be under way any more; only then does "not published" mean it. Longer than the call's own timeout.
/// </param>
/// <param name="AskAgain">How long between two questions to the platform.</param>
public sealed record PublishingPace(TimeSpan PrepareAhead, TimeSpan CallDeadline, TimeSpan AskAgain)
{
    /// <summary>Ten minutes ahead, two minutes of doubt, a question each five seconds.</summary>
    public static PublishingPace Default { get; } = new(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(5));

    /// <summary>
    /// How long to wait before asking again whether a post is out: <see cref="AskAgain"/> for the first five minutes of doubt, then a tenth of the
    /// doubt's age, at most ten minutes; longer when the platform wishes it.
    /// </summary>
    public TimeSpan AskAgainAfter(TimeSpan doubt, TimeSpan? wish)
    {
        var pause = doubt < TimeSpan.FromMinutes(5) ? AskAgain : doubt / 10;
        pause = pause < TimeSpan.FromMinutes(10) ? pause : TimeSpan.FromMinutes(10);
        return wish > pause ? wish.Value : pause;
    }

    /// <summary>How old a container may be and still be published: four hours short of its life.</summary>
    public static readonly TimeSpan ContainerUsableFor = TimeSpan.FromHours(20);

    /// <summary>How many readings of "not published" after the deadline allow another call.</summary>
    public const int ReadingsToRetry = 2;

    /// <summary>How many publish calls are made at most before a person is asked.</summary>
    public const int MostPublishCalls = 5;

    /// <summary>How long after its moment a place in an account's day may still be used.</summary>
    public static readonly TimeSpan SlotGoodFor = TimeSpan.FromMinutes(5);

    /// <summary>A place that was for another time is given back when none is needed for this long.</summary>
    public static readonly TimeSpan SlotKeptFor = TimeSpan.FromHours(1);
}
