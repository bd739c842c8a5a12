using Campaigns.Domain.Tenants;

namespace Campaigns.Domain.Erasures;

/// <summary>What an erasure does next.</summary>
public abstract record ErasureStep
{
    private ErasureStep() { } // closed: every case is below

    /// <summary>Look whether the tenant still wants it.</summary>
    public sealed record AskTenant : ErasureStep;

    /// <summary>Destroy the keys. Before all else: what is unreadable for good can be deleted in any order, and at leisure.</summary>
    public sealed record DestroyKeys : ErasureStep;

    /// <summary>Wait until no process has the keys: one that has could write rows anew that were deleted.</summary>
    public sealed record Wait(DateTimeOffset Until) : ErasureStep;

    /// <summary>Delete what lies beside the log, and certify it.</summary>
    public sealed record Remove(Erasure.WithoutKeys Of) : ErasureStep;

    /// <summary>Nothing.</summary>
    public sealed record Rest : ErasureStep;
}

/// <summary>The saga, as a table: how far an erasure is, so what comes next. Every step may be done twice.</summary>
public static class ErasureFlow
{
    /// <summary>What comes next.</summary>
    public static ErasureStep Next(Erasure state, DateTimeOffset now) =>
        state switch
        {
            Erasure.None => new ErasureStep.AskTenant(),
            Erasure.Irrevocable => new ErasureStep.DestroyKeys(),
            Erasure.WithoutKeys w when w.UnusedFrom > now => new ErasureStep.Wait(w.UnusedFrom),
            Erasure.WithoutKeys w => new ErasureStep.Remove(w),
            _ => new ErasureStep.Rest(),
        };

    /// <summary>Begins what a tenant planned, once its days of grace are over.</summary>
    public static Decision<ErasureEvent> Begin(Erasure state, PlannedErasure? planned, DateTimeOffset now) =>
        state is Erasure.None && planned is { } plan && plan.DueAt <= now ? [new ErasureEvent.Begun(plan.AskedBy, plan.AskedAt)] : [];

    /// <summary>Takes note that the keys are destroyed.</summary>
    public static Decision<ErasureEvent> RecordKeys(Erasure state, IReadOnlyList<Guid> keys, DateTimeOffset unusedFrom) =>
        state is Erasure.Irrevocable ? [new ErasureEvent.KeysDestroyed(keys, unusedFrom)] : [];

    /// <summary>Certifies that nothing is left.</summary>
    public static Decision<ErasureEvent> Certify(Erasure state, IReadOnlyList<Removal> removed) =>
        state is Erasure.WithoutKeys w ? [new ErasureEvent.Certified(w.Before.AskedBy, w.Before.AskedAt, w.Keys, removed)] : [];
}
