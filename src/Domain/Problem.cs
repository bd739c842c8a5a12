namespace Campaigns.Domain;

/// <summary>What went wrong outside, as a class with a policy of its own. Never decided by searching a message for words.</summary>
public enum ProblemClass
{
    /// <summary>Passing: try again with backoff.</summary>
    Transient,

    /// <summary>Too many calls: wait.</summary>
    Throttled,

    /// <summary>The platform is not ready for this step yet: ask again soon.</summary>
    NotReady,

    /// <summary>The content breaks a rule of the platform: a person must change it.</summary>
    ContentRejected,

    /// <summary>The credential or the account no longer works: a person must reconnect it.</summary>
    AccountBroken,

    /// <summary>The container is gone or spoiled: make a new one.</summary>
    ContainerGone,

    /// <summary>We are set up wrongly, or spoke wrongly: an operator must look.</summary>
    Misconfigured,

    /// <summary>It may have happened: ask before doing anything again.</summary>
    OutcomeUnknown,

    /// <summary>The platform says that the container was published before: only its status may be asked, and nothing be sent again.</summary>
    AlreadyPublished,

    /// <summary>The account has had as much as it may in a day, or as it has paid for: wait until its window frees, or ask another provider.</summary>
    QuotaReached,

    /// <summary>The platform blocks the account for hours: nothing on it is tried until then.</summary>
    AccountBlocked,

    /// <summary>The platform could not fetch the media from their address: one more try, then a person must look at the address.</summary>
    MediaUnreachable,

    /// <summary>The container does not answer for now: once more after a moment, then a new one.</summary>
    ContainerBusy,

    /// <summary>The platform could not work the media up: one new container, then a person must change them.</summary>
    MediaUnprocessable,

    /// <summary>An error that is not known here, or that hides its cause: few tries, with caution.</summary>
    Unfamiliar,

    /// <summary>A limit on AI money is reached: an admin must raise it, or the month must end.</summary>
    SpendingLimited,

    /// <summary>Someone called it off.</summary>
    Cancelled,

    /// <summary>A model, or its provider's filter, will not make this: other words, or another provider's rules.</summary>
    SafetyRefused,

    /// <summary>The provider has no such model, or no longer: it will not come back by waiting. Another model, and an operator must look.</summary>
    ModelGone,

    /// <summary>A limit on its length cut the answer off: allow more, ask for less, or ask another model.</summary>
    OutputCut,

    /// <summary>The model answered, and nothing can be made of it: empty, misshapen, unfinished, or gone again. Once more, or another model.</summary>
    OutputUnusable,
}

/// <summary>A problem of an outside system.</summary>
/// <param name="Class">What to do about it.</param>
/// <param name="Code">The outside's own code, such as <c>9007/2207027</c> or <c>http_503</c>.</param>
/// <param name="Message">For a person; holds no secret and no content.</param>
public sealed record Problem(ProblemClass Class, string Code, string Message);
