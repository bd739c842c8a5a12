using Campaigns.Projections.Media;
using GraphQL;

namespace Campaigns.Api.Media;

/// <summary>A file of the gallery: what it is, where it comes from, and what uses it.</summary>
[Name("MediaAsset")]
public sealed class MediaAssetView(MediaRow row)
{
    /// <summary>What inputs name it by.</summary>
    public string Key => row.Key;

    /// <summary>What it is, and where it can be fetched.</summary>
    public MediaView Media => MediaView.Of(row.Asset)!;

    /// <summary>Where it comes from.</summary>
    public MediaSource Source => row.Source;

    /// <summary>The AI job that made it; null of an upload.</summary>
    public Guid? GenerationId => row.Generation;

    /// <summary>Of the model that made it, such as `gemini`.</summary>
    public string? Provider => row.Provider;

    /// <summary>The model that made it.</summary>
    public string? Model => row.Model;

    /// <summary>The version of the prompt.</summary>
    public string? PromptVersion => row.PromptVersion;

    /// <summary>Who uploaded it, or had it made.</summary>
    public string KeptBy => row.KeptBy;

    /// <summary>When it came.</summary>
    public DateTimeOffset KeptAt => row.KeptAt;

    /// <summary>What all calls of the job that made it cost, in micro-dollars, a decimal number as text; null where that is not known.</summary>
    public async Task<string?> CostMicroUsd([FromServices] Reading.Viewer viewer, [FromServices] MediaReader media, CancellationToken ct) =>
        row.Generation is { } generation
            ? await media.CostOf(await viewer.Of(Projections.ReadModels.AiAttempts, ct), generation, ct) is { } cost
                ? cost.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : null
            : null;

    /// <summary>What points at it, and so keeps it; at most 100.</summary>
    public async Task<IReadOnlyList<MediaUse>> UsedBy(
        [FromServices] Reading.Viewer viewer,
        [FromServices] MediaReader media,
        CancellationToken ct
    ) =>
        [
            .. (await media.HoldersOf(await viewer.Of(Projections.ReadModels.MediaHolders, ct), row.Key, ct)).Select(holder => new MediaUse(
                holder.Kind,
                holder.Holder,
                holder.Campaign
            )),
        ];
}

/// <summary>Something that points at a file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id; null of what has none.</param>
/// <param name="CampaignId">Of a post: its campaign.</param>
public sealed record MediaUse(MediaHolderKind Kind, Guid? Id, Guid? CampaignId);
