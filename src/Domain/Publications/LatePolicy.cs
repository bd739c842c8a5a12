using Campaigns.Domain.History;

namespace Campaigns.Domain.Publications;

/// <summary>How late a post may still go out, and what happens to one that is later.</summary>
/// <param name="Within">At most this long after its due time it goes out without asking: a minute to a week.</param>
/// <param name="Then">What happens after that.</param>
public sealed record LatePolicy(TimeSpan Within, LateAction Then)
{
    /// <summary>The least that can be set.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMinutes(1);

    /// <summary>The most that can be set.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromDays(7);

    /// <summary>How long a person has to decide about a late post, and how long one that takes the next moment may wait for it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>Within a day, else not at all.</summary>
    public static LatePolicy Default { get; } = new(TimeSpan.FromHours(24), LateAction.Skip);

    /// <summary>For people.</summary>
    public string InWords =>
        $"{Changes.Told(Within)}, then "
        + Then switch
        {
            LateAction.Ask => "a person decides",
            LateAction.NextMoment => "the next moment that is allowed",
            _ => "not at all",
        };

    /// <summary>Why this is no policy; null when it is one.</summary>
    public Refusal? Broken => Within < Least || Within > Most ? Refusal.LatePolicyOutOfRange : null;
}

/// <summary>What happens to a post that is later than its policy allows.</summary>
public enum LateAction
{
    /// <summary>It does not go out.</summary>
    Skip,

    /// <summary>A person decides: out now, or not at all.</summary>
    Ask,

    /// <summary>It takes the next moment that quiet hours, pace and quota of its account allow, within a week.</summary>
    NextMoment,
}
