namespace Campaigns.Integrations.Models;

/// <summary>
/// Keeps calls from a model that fails again and again. After a pause one call at a time may try; its success closes the circuit, its failure makes
/// the pause longer.
/// </summary>
internal sealed class Circuit(CircuitOptions options, TimeProvider clock)
{
    private readonly Lock gate = new();
    private int failures;
    private TimeSpan pause;
    private DateTimeOffset closedUntil = DateTimeOffset.MinValue;
    private bool open;
    private bool trying;

    /// <summary>What a call said of the model.</summary>
    public enum Word
    {
        /// <summary>It works.</summary>
        Works,

        /// <summary>It does not.</summary>
        Fails,

        /// <summary>Nothing.</summary>
        Nothing,
    }

    /// <summary>Null: call, and <see cref="Tell"/> of it. Else how long there is no use in calling.</summary>
    public TimeSpan? Enter()
    {
        lock (gate)
        {
            if (!open)
                return null;
            var wait = closedUntil - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
                return wait;
            if (trying)
                return options.Pause; // another call finds out just now
            trying = true;
            return null;
        }
    }

    /// <summary>What came of a call that was let in. True: the circuit opened by it.</summary>
    public bool Tell(Word word)
    {
        lock (gate)
        {
            var tried = trying;
            trying = false;
            switch (word)
            {
                case Word.Works:
                    (open, failures, pause) = (false, 0, TimeSpan.Zero);
                    return false;
                case Word.Fails when open && !tried:
                    return false; // let in before it opened
                case Word.Fails when open || ++failures >= options.Failures:
                    pause =
                        pause == TimeSpan.Zero ? options.Pause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, options.LongestPause.Ticks));
                    (open, closedUntil) = (true, clock.GetUtcNow() + pause);
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>How it stands.</summary>
    public (CircuitState State, int Failures, DateTimeOffset? TryAt) Standing()
    {
        lock (gate)
        {
            return !open ? (CircuitState.Closed, failures, null)
                : closedUntil > clock.GetUtcNow() ? (CircuitState.Open, failures, closedUntil)
                : (CircuitState.Trying, failures, null);
        }
    }
}
