using System.Text.Json.Serialization;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Generations;

/// <summary>What an AI job is to make, with all that is needed for it.</summary>
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Image), "image")]
[JsonDerivedType(typeof(Video), "video")]
[JsonDerivedType(typeof(Speech), "speech")]
[JsonDerivedType(typeof(Rewrite), "rewrite")]
[JsonDerivedType(typeof(Improve), "improve")]
public abstract record GenerationJob
{
    private GenerationJob() { } // closed: every case is below

    /// <summary>For which campaign.</summary>
    public abstract CampaignId Campaign { get; init; }

    /// <summary>What the model must be able to do.</summary>
    [JsonIgnore]
    public abstract Capability Needs { get; }

    /// <summary>What the call is for, as the ledger of money and the usage lists name it.</summary>
    [JsonIgnore]
    public abstract string Operation { get; }

    /// <summary>For which item; null when for the whole campaign.</summary>
    [JsonIgnore]
    public virtual ItemId? ForItem => null;

    /// <summary>Posts, ads, carousels and clips from a brief.</summary>
    /// <param name="Campaign">For which campaign.</param>
    /// <param name="Brief">What it is about.</param>
    /// <param name="Brand">Who speaks.</param>
    /// <param name="Order">What to write.</param>
    /// <param name="Beside">Captions that the campaign has already: what comes shall be other; null when there are none.</param>
    public sealed record Text(
        CampaignId Campaign,
        string Brief,
        BrandProfile? Brand,
        WritingOrder Order,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Beside = null
    ) : GenerationJob
    {
        /// <inheritdoc />
        public override CampaignId Campaign { get; init; } = Campaign;

        /// <inheritdoc />
        public override Capability Needs => Capability.Text;

        /// <inheritdoc />
        public override string Operation => "campaign_text";
    }

    /// <summary>A picture for an item.</summary>
    /// <param name="Campaign">For which campaign.</param>
    /// <param name="Item">For which item.</param>
    /// <param name="Prompt">What it shows.</param>
    /// <param name="Ratio">Its shape.</param>
    /// <param name="Part">Of an item of several parts: which; null for the one picture of a post.</param>
    /// <param name="References">Pictures to go by.</param>
    /// <param name="Brand">Whose colours and tone it keeps to; null from before this was kept, and for nobody in particular.</param>
    public sealed record Image(
        CampaignId Campaign,
        ItemId Item,
        string Prompt,
        AspectRatio Ratio,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ItemPart? Part = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PictureReference>? References = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BrandProfile? Brand = null
    ) : GenerationJob
    {
        /// <inheritdoc />
        public override CampaignId Campaign { get; init; } = Campaign;

        /// <inheritdoc />
        public override Capability Needs => Capability.Image;

        /// <inheritdoc />
        public override string Operation => "item_image";

        /// <inheritdoc />
        public override ItemId? ForItem => Item;
    }

    /// <summary>The clip of a scene.</summary>
    /// <param name="Campaign">For which campaign.</param>
    /// <param name="Item">For which item.</param>
    /// <param name="Part">Which scene.</param>
    /// <param name="Prompt">What happens in it.</param>
    /// <param name="Ratio">Its shape.</param>
    /// <param name="Seconds">How long.</param>
    /// <param name="FirstFrame">What it begins with; null to begin from the words alone.</param>
    public sealed record Video(
        CampaignId Campaign,
        ItemId Item,
        ItemPart Part,
        string Prompt,
        AspectRatio Ratio,
        int Seconds,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PictureReference? FirstFrame = null
    ) : GenerationJob
    {
        /// <inheritdoc />
        public override CampaignId Campaign { get; init; } = Campaign;

        /// <inheritdoc />
        public override Capability Needs => Capability.Video;

        /// <inheritdoc />
        public override string Operation => "clip_video";

        /// <inheritdoc />
        public override ItemId? ForItem => Item;
    }

    /// <summary>The voice of a clip.</summary>
    /// <param name="Campaign">For which campaign.</param>
    /// <param name="Item">For which item.</param>
    /// <param name="Part">As what of it.</param>
    /// <param name="Words">What it says.</param>
    /// <param name="Language">BCP 47 tag.</param>
    /// <param name="Voice">The provider's name of it; null for the configured one.</param>
    public sealed record Speech(
        CampaignId Campaign,
        ItemId Item,
        ItemPart Part,
        string Words,
        string Language,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Voice = null
    ) : GenerationJob
    {
        /// <inheritdoc />
        public override CampaignId Campaign { get; init; } = Campaign;

        /// <inheritdoc />
        public override Capability Needs => Capability.Speech;

        /// <inheritdoc />
        public override string Operation => "speech";

        /// <inheritdoc />
        public override ItemId? ForItem => Item;
    }

    /// <summary>An item, or one field of it, written anew.</summary>
    /// <param name="Campaign">For which campaign.</param>
    /// <param name="Item">Which item.</param>
    /// <param name="Brief">What the campaign is about.</param>
    /// <param name="Brand">Who speaks.</param>
    /// <param name="Draft">As it stands.</param>
    /// <param name="Ask">How it shall be otherwise.</param>
    /// <param name="Picture">What the words shall go with, where they are to be written from it.</param>
    public sealed record Rewrite(
        CampaignId Campaign,
        ItemId Item,
        string Brief,
        BrandProfile? Brand,
        DraftPost Draft,
        RewriteOrder Ask,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PictureReference? Picture = null
    ) : GenerationJob
    {
        /// <inheritdoc />
        public override CampaignId Campaign { get; init; } = Campaign;

        /// <inheritdoc />
        public override Capability Needs => Capability.Text;

        /// <inheritdoc />
        public override string Operation => Picture is null ? "item_text" : "caption";

        /// <inheritdoc />
        public override ItemId? ForItem => Item;
    }

    /// <summary>A better brief.</summary>
    /// <param name="Campaign">For which campaign.</param>
    /// <param name="Brief">As it stands.</param>
    /// <param name="Brand">Who speaks.</param>
    /// <param name="Instruction">What to mind; null for nothing in particular.</param>
    public sealed record Improve(
        CampaignId Campaign,
        string Brief,
        BrandProfile? Brand,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Instruction = null
    ) : GenerationJob
    {
        /// <inheritdoc />
        public override CampaignId Campaign { get; init; } = Campaign;

        /// <inheritdoc />
        public override Capability Needs => Capability.Text;

        /// <inheritdoc />
        public override string Operation => "brief";
    }
}
