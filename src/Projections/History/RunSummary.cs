using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;

namespace Campaigns.Projections.History;

/// <summary>What happened in a campaign run, in one English sentence for people.</summary>
internal static class RunSummary
{
    private const int Longest = 80; // of anything that people or models wrote

    public static string Of(DomainEvent happened) =>
        happened switch
        {
            CampaignEvent.PartRequested e => $"{e.Part} of an item was asked for.",
            CampaignEvent.PartMade e => $"{e.Part} of an item was made by {e.MadeBy.Model}.",
            CampaignEvent.PartFailed e => $"{e.Part} of an item could not be made: {e.Problem.Message}",
            CampaignEvent.ItemAssembled e => $"An item shows its {e.Media.Count} files now.",
            CampaignEvent.RewriteRequested e => $"Other words were asked for: {Short(e.Order.Instruction)}",
            CampaignEvent.VariantsOffered e => $"An item was written anew by {e.MadeBy.Model}, in {e.Variants.Count} ways.",
            CampaignEvent.VariantChosen e => $"Way {e.Number} was taken: {Short(e.Text.Caption)}",
            CampaignEvent.RewriteFailed e => $"An item could not be written anew: {e.Problem.Message}",
            CampaignEvent.BriefImprovementRequested => "A better brief was asked for.",
            CampaignEvent.BriefSuggested e => $"A better brief was suggested by {e.MadeBy.Model}.",
            CampaignEvent.BriefImprovementFailed e => $"No better brief will come: {e.Problem.Message}",
            GenerationEvent.Requested e => $"Asked for, of {Told(e.Plan)}.",
            GenerationEvent.Planned e => $"To be asked: {Told(e.Plan)}.",
            GenerationEvent.OperationBegun => "The provider works on it.",
            GenerationEvent.ProgressMade e => FormattableString.Invariant($"{e.Share * 100:0} % are made."),
            GenerationEvent.AttemptEnded { Problem: { } problem } e => $"Call {e.Attempt} ended ({e.OutcomeClass}): {problem.Message}",
            GenerationEvent.AttemptEnded e => $"Call {e.Attempt} was answered by {e.ModelNamed}.",
            GenerationEvent.AttemptSettled e => $"What call {e.Attempt} cost is booked.",
            GenerationEvent.MovedOn e => $"Another model is asked: {e.Problem.Message}",
            GenerationEvent.AnswerFaulty e => $"The answer is sent back to be mended, for {e.Faults.Count} faults.",
            GenerationEvent.Rewritten e => $"An item written anew came from {e.MadeBy.Model}.",
            GenerationEvent.BriefImproved e => $"A better brief came from {e.MadeBy.Model}.",
            GenerationEvent.MediaProduced e => $"A file came from {e.MadeBy.Model}.",
            GenerationEvent.CancelRequested e => $"{e.By} called it off.",
            _ => "Something happened in a campaign run.",
        };

    private static string Told(GenerationPlan plan) =>
        plan.Chain.Count == 0 ? "nobody" : string.Join(", then ", plan.Chain.Select(model => $"{model.Provider} {model.Model}"));

    private static string Short(string text) =>
        text.Length <= Longest ? $"“{text}”" : $"“{text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)]}…”";
}
