using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Projections.Generations;
using GraphQL;

namespace Campaigns.Api.Generations;

/// <summary>One AI job: something that models are asked to make.</summary>
[Name("Generation")]
public sealed class GenerationView(GenerationRow row)
{
    /// <summary>Its id.</summary>
    public Guid Id => row.Id;

    /// <summary>What it makes.</summary>
    public GenerationKind Kind => row.Kind;

    /// <summary>For which campaign.</summary>
    public Guid CampaignId => row.Campaign;

    /// <summary>For which post; null when it writes for the whole campaign.</summary>
    public Guid? ItemId => row.Item;

    /// <summary>Of a post of several parts: which; null for its one picture, and for words.</summary>
    public PartNameView? Part => row.Part is { } part ? new(part.Role, part.Number) : null;

    /// <summary>Where it stands.</summary>
    public GenerationState State => row.State;

    /// <summary>Percent, as the provider last said; null where it does not say.</summary>
    public int? Progress => row.Progress;

    /// <summary>Calls begun so far.</summary>
    public int Attempts => row.Attempts;

    /// <summary>Every call, in order; none from before this was kept.</summary>
    public IReadOnlyList<GenerationCallView> Calls => [.. (row.Calls ?? []).Select(call => new GenerationCallView(call))];

    /// <summary>When a failed call is made again.</summary>
    public DateTimeOffset? NextTryAt => row.NextTryAt;

    /// <summary>The last thing that went wrong.</summary>
    public Problem? LastProblem => row.LastProblem;

    /// <summary>What was wrong with an answer that was sent back to be mended, a sentence each.</summary>
    public IReadOnlyList<string> Faults => row.Faults ?? [];

    /// <summary>What was ordered and did not come, and why, a sentence each.</summary>
    public IReadOnlyList<string> Missing => row.Missing ?? [];

    /// <summary>What made it; null until made.</summary>
    public Provenance? MadeBy =>
        row is { Provider: { } provider, Model: { } model, PromptVersion: { } prompt } ? new(provider, model, prompt) : null;

    /// <summary>Whether someone called it off; what came before that is kept.</summary>
    public bool CancelRequested => row.CancelRequested;

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt => row.RequestedAt;

    /// <summary>By whom: a user's id, or `system:…` for our own machinery.</summary>
    public string RequestedBy => row.RequestedBy;

    /// <summary>When its outcome was known.</summary>
    public DateTimeOffset? FinishedAt => row.FinishedAt;

    /// <summary>When anything last happened to it.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;
}

/// <summary>Names a part of a post.</summary>
/// <param name="Role">As what.</param>
/// <param name="Number">Which of its kind, from 1; 0 where there is only one.</param>
[Name("PartName")]
public sealed record PartNameView(PartRole Role, int Number);

/// <summary>One call to a model.</summary>
[Name("GenerationCall")]
public sealed class GenerationCallView(CallOfGeneration call)
{
    /// <summary>The how manieth.</summary>
    public int Number => call.Number;

    /// <summary>Whose model was called; null from before this was kept.</summary>
    public string? Provider => call.Model?.Provider;

    /// <summary>Which; null from before this was kept.</summary>
    public string? Model => call.Model?.Model;

    /// <summary>When.</summary>
    public DateTimeOffset StartedAt => call.StartedAt;

    /// <summary>How it ended: `done`, `busy`, `rejected`, `broken`, `unclear` or `cancelled`; null while it goes on.</summary>
    public string? Outcome => call.Outcome;

    /// <summary>How long it took, in milliseconds; null while it goes on.</summary>
    public int? LatencyMs => call.LatencyMs is { } latency ? (int)Math.Min(latency, int.MaxValue) : null;

    /// <summary>The provider's own id of it.</summary>
    public string? RequestId => call.RequestId;

    /// <summary>What went wrong; null when nothing did.</summary>
    public Problem? Problem => call.Problem;
}
