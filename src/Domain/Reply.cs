namespace Campaigns.Domain;

/// <summary>What the outside answered.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public abstract record Reply<T>
{
    private Reply() { } // closed: every case is below

    /// <summary>It is done.</summary>
    public sealed record Done(T Value) : Reply<T>;

    /// <summary>Not now: nothing happened. <paramref name="RetryAfter"/> is the outside's own wish, if it had one.</summary>
    public sealed record Busy(Problem Problem, TimeSpan? RetryAfter = null) : Reply<T>;

    /// <summary>It will not take what we sent, now or later. Nothing happened.</summary>
    public sealed record Rejected(Problem Problem) : Reply<T>;

    /// <summary>The way there is broken, and nothing happened: another provider, or a later time, may do.</summary>
    public sealed record Broken(Problem Problem) : Reply<T>;

    /// <summary>It may have happened.</summary>
    public sealed record Unclear(Problem Problem) : Reply<T>;

    /// <summary>The same reply about something made from the value.</summary>
    public Reply<TOther> Map<TOther>(Func<T, TOther> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return this switch
        {
            Done done => new Reply<TOther>.Done(make(done.Value)),
            Busy busy => new Reply<TOther>.Busy(busy.Problem, busy.RetryAfter),
            Rejected rejected => new Reply<TOther>.Rejected(rejected.Problem),
            Broken broken => new Reply<TOther>.Broken(broken.Problem),
            Unclear unclear => new Reply<TOther>.Unclear(unclear.Problem),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
