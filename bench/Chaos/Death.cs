namespace Campaigns.Bench.Chaos;

/// <summary>How a silo is to end.</summary>
internal abstract record Death
{
    private Death() { } // closed: every case is below

    /// <summary>It kills itself at a failpoint, at some passing.</summary>
    public sealed record AtFailpoint(string Place, int Passing) : Death;

    /// <summary><c>kill -9</c> a moment after a publish call was begun.</summary>
    public sealed record DuringPublish(TimeSpan After) : Death;

    /// <summary><c>kill -9</c> so long after its start, ready or not.</summary>
    public sealed record AtMoment(TimeSpan After) : Death;

    /// <summary>In words, without its numbers.</summary>
    public string Manner =>
        this switch
        {
            AtFailpoint { Place: var place } => place,
            DuringPublish => "kill -9 during a publish call",
            _ => "kill -9 at a moment",
        };

    /// <summary>Whether it falls between the intent to publish and its outcome.</summary>
    public bool IsInPublishing => this is DuringPublish || (this is AtFailpoint { Place: var place } && Publishing.Contains(place));

    private static readonly string[] Publishing =
    [
        "publication.publish_started.after_append",
        "publish.before_call",
        "publish.after_call",
        "publication.went_live.before_append",
    ];

    private static readonly string[] Elsewhere =
    [
        "upload.before_call",
        "upload.after_call",
        "upload_child.before_call",
        "upload_child.after_call",
        "upload_carousel.before_call",
        "upload_carousel.after_call",
        "check.before_call",
        "check.after_call",
        "quota.after_call",
        "publication.scheduled.before_append",
        "publication.scheduled.after_append",
        "publication.child_container_created.after_append",
        "publication.container_created.before_append",
        "publication.container_created.after_append",
        "publication.container_ready.after_append",
        "account.slot_reserved.before_append",
        "account.slot_reserved.after_append",
        "publication.slot_reserved.before_append",
        "publication.slot_reserved.after_append",
        "publication.publish_started.before_append",
        "publication.went_live.after_append",
        "publication.outcome_unclear.before_append",
        "publication.outcome_unclear.after_append",
    ];

    /// <summary>Draws one.</summary>
    /// <param name="random">By the seed.</param>
    /// <param name="inPublishing">One that falls between the intent to publish and its outcome, if it comes to that.</param>
    public static Death Draw(Random random, bool inPublishing) =>
        (inPublishing, random.Next(4)) switch
        {
            (true, 0) => new DuringPublish(TimeSpan.FromMilliseconds(random.Next(250))),
            (true, _) => new AtFailpoint(Publishing[random.Next(Publishing.Length)], Passing: 1),
            (false, 0) => new AtMoment(TimeSpan.FromMilliseconds(random.Next(500, 7_000))),
            (false, _) => new AtFailpoint(Elsewhere[random.Next(Elsewhere.Length)], random.Next(1, 4)),
        };
}
