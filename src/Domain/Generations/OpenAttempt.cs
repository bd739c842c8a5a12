using Campaigns.Domain.Ledgers;

namespace Campaigns.Domain.Generations;

/// <summary>A call that was begun and of whose end nothing is recorded.</summary>
/// <param name="Number">The how manieth of its job.</param>
/// <param name="Since">When it was begun, UTC.</param>
/// <param name="Model">Who was called; null from before this was kept.</param>
/// <param name="Reserved">What was set aside for it; null from before this was kept.</param>
public sealed record OpenAttempt(int Number, DateTimeOffset Since, ModelChoice? Model, AttemptReservation? Reserved)
{
    /// <summary>What to ask the provider about it by; null when it answers at once, or has not answered.</summary>
    public string? Operation { get; init; }

    /// <summary>The provider's id of the call.</summary>
    public string? RequestId { get; init; }

    /// <summary>0 to 1, where the provider says.</summary>
    public double? Share { get; init; }

    /// <summary>As it begins.</summary>
    public static OpenAttempt Of(GenerationEvent.AttemptStarted started)
    {
        ArgumentNullException.ThrowIfNull(started);
        return new(started.Attempt, started.At, started.Model, started.Reserved);
    }
}

/// <summary>A call that ended and of which the ledger has not heard.</summary>
/// <param name="Month">In whose ledger it is reserved.</param>
/// <param name="End">How it ended.</param>
public sealed record UnsettledAttempt(LedgerMonth Month, GenerationEvent.AttemptEnded End);
