namespace Campaigns.Domain.Generations;

/// <summary>The saga of one AI job, as a table: where it stands, so what comes next.</summary>
public static class GenerationFlow
{
    /// <summary>The next step.</summary>
    public static GenerationStep Next(Generation state, DateTimeOffset now) =>
        state switch
        {
            Generation.Working w when w.TryAt > now => new GenerationStep.Wait(w.TryAt),
            Generation.Working w => new GenerationStep.Call(w.Job),
            Generation.Finished { Delivered: false } f => new GenerationStep.Deliver(f.Job, f.Result),
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

    /// <summary>Commit the intent, then call the provider.</summary>
    public sealed record Call(GenerationJob Job) : GenerationStep;

    /// <summary>Tell the campaign.</summary>
    public sealed record Deliver(GenerationJob Job, GenerationResult Result) : GenerationStep;
}
