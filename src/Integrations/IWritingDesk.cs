using Campaigns.Domain.Generations;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations;

/// <summary>Builds what a model is asked for a job, and checks what it answers against the domain. It calls nobody.</summary>
public interface IWritingDesk
{
    /// <summary>What to ask for a job of words.</summary>
    /// <param name="job">A job that needs text.</param>
    /// <param name="mend">The answer that is to be mended; null for the first.</param>
    TextRequest Ask(GenerationJob job, FaultyAnswer? mend);

    /// <summary>Reads an answer.</summary>
    /// <param name="job">A job that needs text.</param>
    /// <param name="json">As it came.</param>
    /// <param name="model">Who wrote it.</param>
    /// <param name="mended">The answer that it was to mend; what was good there may be taken.</param>
    ReadAnswer Read(GenerationJob job, string json, ModelChoice model, FaultyAnswer? mended);

    /// <summary>What to ask for a picture, and the version of the prompt that says so.</summary>
    (string Prompt, string Version) Picture(GenerationJob.Image job);
}

/// <summary>What an answer came to: one of the two.</summary>
/// <param name="Result">It is what was ordered.</param>
/// <param name="Faulty">It is not.</param>
public sealed record ReadAnswer(GenerationResult? Result, FaultyAnswer? Faulty);
