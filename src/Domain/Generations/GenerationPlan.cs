namespace Campaigns.Domain.Generations;

/// <summary>How an AI job is to be carried out: fixed when it is asked for, whatever configuration says later.</summary>
/// <param name="Chain">Whom to ask, in order: the next one when one cannot.</param>
/// <param name="By">Who asked for it, and so whose money it is told of.</param>
/// <param name="Deadline">When it is given up, UTC.</param>
public sealed record GenerationPlan(IReadOnlyList<ModelChoice> Chain, ActorId By, DateTimeOffset Deadline)
{
    /// <summary>Two plans are the same when they name the same models in the same order.</summary>
    public bool Equals(GenerationPlan? other) =>
        other is not null && By == other.By && Deadline == other.Deadline && Chain.SequenceEqual(other.Chain);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(By, Deadline, Chain.Count);
}
