using Campaigns.Domain;
using Campaigns.Domain.Ledgers;
using Campaigns.Projections.Ledgers;
using GraphQL;

namespace Campaigns.Api.Ledgers;

/// <summary>One call to an AI provider. Of what was asked and answered nothing is kept here. Money is millionths of a US dollar, to the last digit.</summary>
[Name("AiCall")]
public sealed class AiCallView(AttemptRow row)
{
    /// <summary>Its id in this list.</summary>
    public Guid Id => row.Id;

    /// <summary>Its id in the ledger.</summary>
    [global::GraphQL.Id]
    public string AttemptId => row.Attempt;

    /// <summary>The month whose ledger it is in, such as `2026-11`.</summary>
    public string Month => row.Month;

    /// <summary>Where it stands.</summary>
    public AttemptState State => row.State;

    /// <summary>What it was for, such as `campaign_text`.</summary>
    public string Operation => row.Operation;

    /// <summary>Who was asked, such as `gemini`.</summary>
    public string Provider => row.Provider;

    /// <summary>Which model.</summary>
    public string Model => row.Model;

    /// <summary>The model as the answer named it; null before there was one.</summary>
    public string? ModelNamed => row.ModelNamed;

    /// <summary>For which campaign.</summary>
    public Guid? CampaignId => row.Campaign;

    /// <summary>Of which AI job.</summary>
    public Guid? GenerationId => row.Generation;

    /// <summary>Who asked for it: a user's id.</summary>
    public string Actor => row.Actor;

    /// <summary>The provider's own id of it, for asking them.</summary>
    public string? RequestId => row.RequestId;

    /// <summary>How it ended: `done`, `busy`, `rejected`, `broken`, `unclear` or `cancelled`; null while it is under way.</summary>
    public string? Outcome => row.OutcomeClass;

    /// <summary>What to do about what went wrong; null when nothing did.</summary>
    public ProblemClass? ProblemClass => row.ProblemClass;

    /// <summary>The provider's own code of it.</summary>
    public string? ErrorCode => row.ErrorCode;

    /// <summary>What went wrong, in words.</summary>
    public string? ErrorMessage => row.ErrorMessage;

    /// <summary>Prompt tokens, cached ones included; null where none were counted.</summary>
    public int? InputTokens => (int?)row.InputTokens;

    /// <summary>Those of them that came from a cache.</summary>
    public int? CachedInputTokens => (int?)row.CachedInputTokens;

    /// <summary>Answer tokens, without thinking.</summary>
    public int? OutputTokens => (int?)row.OutputTokens;

    /// <summary>Thinking tokens.</summary>
    public int? ThinkingTokens => (int?)row.ThinkingTokens;

    /// <summary>Pictures made.</summary>
    public int? Images => row.Images;

    /// <summary>Their size, in the provider's word.</summary>
    public string? ImageSize => row.ImageSize;

    /// <summary>Length of the clip made.</summary>
    public double? VideoSeconds => (double?)row.VideoSeconds;

    /// <summary>Characters spoken.</summary>
    public int? Characters => row.Characters;

    /// <summary>What was set aside for it.</summary>
    public string ReservedMicroUsd => Money.Text(row.ReservedMicroUsd);

    /// <summary>What it cost; null while it is under way.</summary>
    public string? CostMicroUsd => row.CostMicroUsd is { } cost ? Money.Text(cost) : null;

    /// <summary>How that is known; null when it cost nothing.</summary>
    public CostBasis? CostBasis => row.CostBasis;

    /// <summary>The price book's version.</summary>
    public string PriceVersion => row.PriceVersion;

    /// <summary>From asking to the answer, milliseconds.</summary>
    public int? LatencyMs => row.LatencyMs is { } took ? (int)Math.Min(took, int.MaxValue) : null;

    /// <summary>When it was begun.</summary>
    public DateTimeOffset BegunAt => row.ReservedAt;

    /// <summary>When its outcome was booked; null while it is under way.</summary>
    public DateTimeOffset? EndedAt => row.EndedAt;
}
