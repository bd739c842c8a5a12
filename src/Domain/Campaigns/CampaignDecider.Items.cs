using System.Text.RegularExpressions;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Campaigns.Campaign;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>Every choice made about the content of items. The shell withdraws an item's publications before an edit is committed.</summary>
public static partial class CampaignDecider
{
    /// <summary>Longest caption in characters; a platform's own limit is checked when scheduling.</summary>
    public const int LongestCaption = 5000;

    /// <summary>Adds a post.</summary>
    public static Decision<CampaignEvent> AddItem(Campaign state, AddItem ask)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (open.Find(ask.Item) is { } there)
            return there.Text == ask.Post.Text && there.Platform == ask.Post.Platform && there.Kind == ask.Post.Kind
                ? []
                : Refusal.ItemExists;
        if (open.Items.Count >= MostItems)
            return Refusal.TooManyItems(MostItems);
        return Check(ask.Post.Text) is { } refusal ? refusal : [new ItemAdded(ask.Item, ask.Post)];
    }

    /// <summary>Changes a post's words or kind.</summary>
    public static Decision<CampaignEvent> EditItem(Campaign state, EditItem ask)
    {
        if (Editable(state, ask.Item, out var item) is { } closed)
            return closed;
        var text = new PostText(
            ask.Caption ?? item.Text.Caption,
            ask.Hashtags ?? item.Text.Hashtags,
            Changed(ask.ImagePrompt, item.Text.ImagePrompt),
            Changed(ask.AltText, item.Text.AltText)
        );
        if (Check(text) is { } refusal)
            return refusal;
        return
        [
            .. ask.Kind is { } kind && kind != item.Kind ? [new ItemKindChanged(ask.Item, kind)] : Array.Empty<CampaignEvent>(),
            .. text != item.Text ? [new ItemTextChanged(ask.Item, text)] : Array.Empty<CampaignEvent>(),
        ];
    }

    /// <summary>Takes a post out. Taking it out twice changes nothing.</summary>
    public static Decision<CampaignEvent> RemoveItem(Campaign state, RemoveItem ask) =>
        state switch
        {
            not Open => Refusal.CampaignNotFound,
            Open open when open.Find(ask.Item) is null => Refusal.ItemNotFound,
            Open open when open.Find(ask.Item) is { IsBeingMade: true } => Refusal.DrawingUnderWay,
            _ => [new ItemRemoved(ask.Item)],
        };

    /// <summary>Puts files into a post. Whether its kind takes them is looked at when it is scheduled: the kind may change first.</summary>
    public static Decision<CampaignEvent> AttachMedia(Campaign state, AttachMedia ask)
    {
        if (Editable(state, ask.Item, out var item) is { } closed)
            return closed;
        var attached = new MediaAttached(ask.Item, ask.Media, ask.MoreMedia is { Count: > 0 } more ? more : null);
        if (attached.AllMedia.Count > MediaRule.MostInCarousel)
            return Refusal.TooManyMedia(MediaRule.MostInCarousel);
        if (attached.AllMedia.Any(file => file.Kind is MediaKind.Sound))
            return Refusal.SoundIsNotShown;
        return item.Media.SequenceEqual(attached.AllMedia) ? [] : [attached];
    }

    private static Refusal? Editable(Campaign state, ItemId id, out CampaignItem item)
    {
        item = (state as Open)?.Find(id)!;
        return (state, item) switch
        {
            (not Open, _) => Refusal.CampaignNotFound,
            (_, null) => Refusal.ItemNotFound,
            (_, { IsBeingMade: true }) => Refusal.DrawingUnderWay,
            _ => null,
        };
    }

    private static string? Changed(string? asked, string? now) =>
        asked switch
        {
            null => now,
            _ when string.IsNullOrWhiteSpace(asked) => null,
            _ => asked,
        };

    private static Refusal? Check(PostText text)
    {
        var words = TextRule.First(
            TextRule.Check("caption", text.Caption, LongestCaption),
            TextRule.Check("imagePrompt", text.ImagePrompt, 4000, required: false),
            TextRule.Check("altText", text.AltText, 1000, required: false)
        );
        if (words is not null)
            return words;
        if (text.Hashtags.Count > 60)
            return Refusal.TooManyHashtags(60);
        return text.Hashtags.FirstOrDefault(tag => !Hashtag.IsMatch(tag)) is { } malformed ? Refusal.HashtagMalformed(malformed) : null;
    }

    [GeneratedRegex(@"\A[\p{L}\p{M}\p{N}_]{1,100}\z")]
    private static partial Regex Hashtag { get; }
}
