namespace Campaigns.Domain.Publications;

/// <summary>How the saga spends its time.</summary>
/// <param name="PrepareAhead">How long before the due time the container is made, so that one call remains. Well under a container's 24 hours.</param>
/// <param name="CallDeadline">
/// After this long a publish call cannot be under way any more; only then does "not published" mean it. Longer than the call's own timeout.
/// </param>
/// <param name="AskAgain">How long between two questions to the platform.</param>
public sealed record PublishingPace(TimeSpan PrepareAhead, TimeSpan CallDeadline, TimeSpan AskAgain)
{
    /// <summary>How long ahead when there is a video in it, which the platform transcodes first. Inside the hour in which publications are awake.</summary>
    public TimeSpan PrepareVideoAhead { get; init; } = TimeSpan.FromMinutes(45);

    /// <summary>
    /// How long after its intent a publish call may still be sent. Together with the call's own timeout well short of <see cref="CallDeadline"/>: a
    /// process that was stopped in between must not send what others already take for never sent.
    /// </summary>
    public TimeSpan SendWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The pace where a call takes at most <paramref name="callTimeout"/>: half of what the deadline leaves is for sending, half for clocks that differ.</summary>
    public PublishingPace WithCalls(TimeSpan callTimeout, TimeSpan callDeadline) =>
        this with
        {
            CallDeadline = callDeadline,
            SendWithin = (callDeadline - callTimeout) / 2,
        };

    /// <summary>How long before the due time a post's containers are made.</summary>
    public TimeSpan AheadFor(PostContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.HasVideo ? PrepareVideoAhead : PrepareAhead;
    }

    /// <summary>
    /// How long to wait before asking again whether a container is ready: a quarter of its age, at least <see cref="AskAgain"/> and at most the
    /// minute that the platform advises.
    /// </summary>
    public TimeSpan CheckAgainAfter(TimeSpan age)
    {
        var pause = age / 4;
        pause = pause < TimeSpan.FromMinutes(1) ? pause : TimeSpan.FromMinutes(1);
        return pause > AskAgain ? pause : AskAgain;
    }

    /// <summary>A container that is not ready after this long never will be: ten minutes for pictures, half an hour for videos.</summary>
    public static TimeSpan StuckAfter(bool isVideo) => TimeSpan.FromMinutes(isVideo ? 30 : 10);

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

    /// <summary>How many readings of "can never be published" in a row, after a call was begun, allow another container.</summary>
    public const int ReadingsToMakeAnew = 4;

    /// <summary>How many readings of "not published" after the deadline allow another call.</summary>
    public const int ReadingsToRetry = 2;

    /// <summary>
    /// How many publish calls are begun at most before a person is asked. A process that dies between the intent and the call uses one up, and each is
    /// followed by the deadline and two readings of "not published": with the default pace this is three quarters of an hour.
    /// </summary>
    public const int MostPublishCalls = 20;

    /// <summary>How long after its moment a place in an account's day may still be used.</summary>
    public static readonly TimeSpan SlotGoodFor = TimeSpan.FromMinutes(5);

    /// <summary>How often a due post looks again whether a hold, a need of approval or a trouble of its account is over.</summary>
    public static readonly TimeSpan LookForRelease = TimeSpan.FromSeconds(30);

    /// <summary>A place that was for another time is given back when none is needed for this long.</summary>
    public static readonly TimeSpan SlotKeptFor = TimeSpan.FromHours(1);
}
