namespace Campaigns.Domain.Generations;

/// <summary>The saga of one AI job, as a table: where it stands, so what comes next.</summary>
public static class GenerationFlow
{
    /// <summary>The next step.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="calling">The number of the call that this process is making; null when it makes none.</param>
    /// <param name="now">UTC.</param>
    public static GenerationStep Next(Generation state, int? calling, DateTimeOffset now) =>
        state switch
        {
            Generation.Working { Unsettled: [var one, ..] } => new GenerationStep.Settle(one),
            Generation.Working { IsCancelled: true, Open: { } open } => new GenerationStep.Stop(open, IsOurs: open.Number == calling),
            Generation.Working { IsCancelled: true } => new GenerationStep.EndCancelled(),
            Generation.Working { Open: { } open } when open.Number == calling => new GenerationStep.Await(),
            Generation.Working { Open: { Operation: { } operation, Model: { } model } open } => new GenerationStep.Look(
                open,
                model,
                operation
            ),
            Generation.Working { Open: { } open } => new GenerationStep.Lose(open),
            Generation.Working { Plan: null } w => new GenerationStep.Plan(w.Job),
            Generation.Working w when w.Plan.Deadline <= now => new GenerationStep.GiveUp(),
            Generation.Working w when w.TryAt > now => new GenerationStep.Wait(w.TryAt < w.Plan.Deadline ? w.TryAt : w.Plan.Deadline),
            Generation.Working w => new GenerationStep.Call(w.Job, w.Attempts + 1, w.Draft),
            Generation.Finished { Delivered: false } f => new GenerationStep.Deliver(f.Job, f.Result),
            Generation.Finished { Unsettled: [var one, ..] } => new GenerationStep.Settle(one),
            _ => new GenerationStep.Rest(),
        };
}

/// <summary>A step of the saga.</summary>
public abstract record GenerationStep
{
    private GenerationStep() { } // closed: every case is below

    /// <summary>Nothing to do.</summary>
    public sealed record Rest : GenerationStep;

    /// <summary>Nothing to do until then, UTC.</summary>
    public sealed record Wait(DateTimeOffset Until) : GenerationStep;

    /// <summary>Choose whom to ask.</summary>
    public sealed record Plan(GenerationJob Job) : GenerationStep;

    /// <summary>Reserve the money, commit the intent, then call the provider.</summary>
    public sealed record Call(GenerationJob Job, int Attempt, FaultyAnswer? Draft) : GenerationStep;

    /// <summary>The call is under way in this process.</summary>
    public sealed record Await : GenerationStep;

    /// <summary>Ask the provider how far it is; nothing is begun anew.</summary>
    public sealed record Look(OpenAttempt Attempt, ModelChoice Model, string Operation) : GenerationStep;

    /// <summary>A call died with its process: say what cannot be known.</summary>
    public sealed record Lose(OpenAttempt Attempt) : GenerationStep;

    /// <summary>Have the call stopped, here or at the provider.</summary>
    /// <param name="Attempt">Which.</param>
    /// <param name="IsOurs">Whether it is being made in this process.</param>
    public sealed record Stop(OpenAttempt Attempt, bool IsOurs) : GenerationStep;

    /// <summary>It was called off, and nothing is under way.</summary>
    public sealed record EndCancelled : GenerationStep;

    /// <summary>Its time is over.</summary>
    public sealed record GiveUp : GenerationStep;

    /// <summary>Tell the ledger what a call cost.</summary>
    public sealed record Settle(UnsettledAttempt Attempt) : GenerationStep;

    /// <summary>Tell the campaign.</summary>
    public sealed record Deliver(GenerationJob Job, GenerationResult Result) : GenerationStep;
}
