namespace Campaigns.Domain.Generations;

/// <summary>Every "no" an AI job can give.</summary>
public static class GenerationRefusals
{
    extension(Refusal)
    {
        /// <summary>The tenant has no such job.</summary>
        public static Refusal GenerationNotFound => new("generation.not_found", "There is no such AI job.", "generationId");

        /// <summary>It came, or failed: there is nothing to call off.</summary>
        public static Refusal GenerationOver => new("generation.over", "This AI job is over already.", "generationId");
    }
}
