using System.Text.Json.Serialization;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using static Campaigns.Domain.Generations.GenerationEvent;

namespace Campaigns.Domain.Generations;

/// <summary>Where one AI job stands.</summary>
[JsonDerivedType(typeof(Unknown), "unknown")]
[JsonDerivedType(typeof(Working), "working")]
[JsonDerivedType(typeof(Finished), "finished")]
public abstract record Generation : IFold<Generation, GenerationEvent>
{
    private Generation() { } // closed: every case is below

    /// <summary>Nobody asked for it.</summary>
    public sealed record Unknown : Generation;

    /// <summary>It is to be made.</summary>
    public sealed record Working(GenerationJob Job, int Attempts, DateTimeOffset TryAt) : Generation;

    /// <summary>It came, or will not come.</summary>
    public sealed record Finished(GenerationJob Job, GenerationResult Result, bool Delivered) : Generation;

    /// <inheritdoc />
    public static Generation Initial { get; } = new Unknown();

    /// <inheritdoc />
    public static int SnapshotVersion => 4;

    /// <inheritdoc />
    public static Generation Evolve(Generation state, GenerationEvent happened) =>
        (state, happened) switch
        {
            (Unknown, TextRequested e) => new Working(new GenerationJob.Text(e.Campaign, e.Brief, e.Brand, e.Order), 0, default),
            (Unknown, ImageRequested e) => new Working(new GenerationJob.Image(e.Campaign, e.Item, e.Prompt, e.Ratio), 0, default),
            (Working w, AttemptStarted e) => w with { Attempts = e.Attempt },
            (Working w, AttemptFailed e) => w with { TryAt = e.RetryAt },
            (Working w, TextProduced e) => new Finished(w.Job, new GenerationResult.Posts(e.Posts, e.MadeBy), Delivered: false),
            (Working w, ImageProduced e) => new Finished(w.Job, new GenerationResult.Picture(e.Media, e.MadeBy), Delivered: false),
            (Working w, Failed e) => new Finished(w.Job, new GenerationResult.Nothing(e.Problem), Delivered: false),
            (Finished f, Delivered) => f with { Delivered = true },
            _ => state, // a fact that no longer matters
        };
}

/// <summary>What an AI job is to make, with all that is needed for it.</summary>
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Image), "image")]
public abstract record GenerationJob
{
    private GenerationJob() { } // closed: every case is below

    /// <summary>For which campaign.</summary>
    public abstract CampaignId Campaign { get; init; }

    /// <summary>Posts from a brief.</summary>
    public sealed record Text(CampaignId Campaign, string Brief, BrandProfile? Brand, WritingOrder Order) : GenerationJob
    {
        /// <inheritdoc />
        public override CampaignId Campaign { get; init; } = Campaign;
    }

    /// <summary>A picture for an item.</summary>
    public sealed record Image(CampaignId Campaign, ItemId Item, string Prompt, AspectRatio Ratio) : GenerationJob
    {
        /// <inheritdoc />
        public override CampaignId Campaign { get; init; } = Campaign;
    }
}

/// <summary>What came of an AI job.</summary>
[JsonDerivedType(typeof(Posts), "posts")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(Nothing), "nothing")]
public abstract record GenerationResult
{
    private GenerationResult() { } // closed: every case is below

    /// <summary>Posts.</summary>
    public sealed record Posts(IReadOnlyList<DraftPost> Drafts, Provenance MadeBy) : GenerationResult;

    /// <summary>A stored picture.</summary>
    public sealed record Picture(MediaAsset Media, Provenance MadeBy) : GenerationResult;

    /// <summary>Nothing: why.</summary>
    public sealed record Nothing(Problem Problem) : GenerationResult;
}
