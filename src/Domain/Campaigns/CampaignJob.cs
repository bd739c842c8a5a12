using System.Text.Json.Serialization;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Campaigns;

/// <summary>An AI job that a campaign waits for.</summary>
[JsonDerivedType(typeof(Write), "write")]
[JsonDerivedType(typeof(Draw), "draw")]
[JsonDerivedType(typeof(Make), "make")]
[JsonDerivedType(typeof(Rewrite), "rewrite")]
[JsonDerivedType(typeof(Improve), "improve")]
public abstract record CampaignJob
{
    private CampaignJob() { } // closed: every case is below

    /// <summary>Who asked for it; null from before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ActorId? By { get; init; }

    /// <summary>Items from the brief.</summary>
    public sealed record Write(WritingOrder Order) : CampaignJob;

    /// <summary>A picture for an item.</summary>
    /// <param name="Item">For which.</param>
    /// <param name="Prompt">What it shows, or what shall be otherwise.</param>
    /// <param name="Ratio">Its shape.</param>
    /// <param name="Original">The picture that is changed; null where one is drawn anew.</param>
    public sealed record Draw(
        ItemId Item,
        string Prompt,
        AspectRatio Ratio,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PictureReference? Original = null
    ) : CampaignJob;

    /// <summary>A file that an item is made of.</summary>
    public sealed record Make(ItemId Item, ItemPart Part, PartOrder Order) : CampaignJob;

    /// <summary>An item written anew.</summary>
    public sealed record Rewrite(ItemId Item, RewriteOrder Order, PictureReference? Picture) : CampaignJob;

    /// <summary>A better brief.</summary>
    public sealed record Improve(string? Instruction) : CampaignJob;
}

/// <summary>A job that failed, and what it was to make.</summary>
public sealed record FailedJob(GenerationId Generation, CampaignJob Job);

/// <summary>What a part shall be.</summary>
/// <param name="Prompt">What it shows, or the words that are spoken.</param>
/// <param name="Ratio">Its shape; of a voice it says nothing.</param>
/// <param name="Seconds">Of a film: how long; 0 for everything else.</param>
/// <param name="Language">Of a voice: in which language.</param>
/// <param name="Voice">Of a voice: the provider's name of it.</param>
/// <param name="References">Pictures to go by; of a film the first is what it begins with.</param>
public sealed record PartOrder(
    string Prompt,
    AspectRatio Ratio,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Seconds = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Language = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Voice = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PictureReference>? References = null
);
