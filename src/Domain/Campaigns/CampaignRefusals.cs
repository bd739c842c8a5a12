namespace Campaigns.Domain.Campaigns;

/// <summary>Every "no" a campaign can give.</summary>
public static class CampaignRefusals
{
    extension(Refusal)
    {
        /// <summary>The tenant has no such campaign.</summary>
        public static Refusal CampaignNotFound => new("campaign.not_found", "There is no such campaign.", "campaignId");

        /// <summary>The id is taken by another campaign.</summary>
        public static Refusal CampaignExists => new("campaign.exists", "A campaign with this id exists already.", "id");

        /// <summary>The campaign has no such item.</summary>
        public static Refusal ItemNotFound => new("campaign.item_not_found", "The campaign has no such item.", "itemId");

        /// <summary>The id is taken by another item.</summary>
        public static Refusal ItemExists => new("campaign.item_exists", "The campaign has an item with this id already.", "itemId");

        /// <summary>It has as many items as it may.</summary>
        public static Refusal TooManyItems(int most) => new("campaign.too_many_items", $"A campaign has at most {most} items.");

        /// <summary>Posts are being written already.</summary>
        public static Refusal WritingUnderWay =>
            new("campaign.writing_under_way", "Posts are being written for this campaign already; wait for them.");

        /// <summary>All that was ordered last came, or is still to come.</summary>
        public static Refusal NothingMissing =>
            new(
                "campaign.nothing_missing",
                "Nothing of the last order is missing: all of it came, or it was never answered.",
                "campaignId"
            );

        /// <summary>The numbers asked for make no sense.</summary>
        public static Refusal OrderMalformed(string rule) => new("campaign.order_malformed", rule, "posts");

        /// <summary>A picture is being drawn.</summary>
        public static Refusal DrawingUnderWay =>
            new("campaign.drawing_under_way", "A picture is being drawn for this item; wait for it.", "itemId");

        /// <summary>Nothing says what to draw.</summary>
        public static Refusal NothingToDraw => new("campaign.nothing_to_draw", "Say what the picture should show.", "prompt");

        /// <summary>Too few or too many ways to choose from.</summary>
        public static Refusal VariantsOutOfRange(int most) =>
            new("campaign.variants_out_of_range", $"Ask for 1 to {most} variants.", "variants");

        /// <summary>There is no such way to choose.</summary>
        public static Refusal VariantNotFound => new("campaign.variant_not_found", "The item has no such variant to choose.", "variant");

        /// <summary>It has a video, and words are written from pictures.</summary>
        public static Refusal NoPictureToLookAt =>
            new("campaign.no_picture", "The item begins with a video; words can be written from a picture only.", "itemId");

        /// <summary>There is no single picture there that could be changed.</summary>
        public static Refusal NoPictureToChange =>
            new(
                "campaign.no_picture_to_change",
                "There is no picture there to change: draw one first, and name the part where an item has several.",
                "part"
            );

        /// <summary>Its script has no such part.</summary>
        public static Refusal PartNotFound => new("campaign.part_not_found", "The item's script has no such part.", "part");

        /// <summary>A better brief is being written.</summary>
        public static Refusal ImprovementUnderWay =>
            new("campaign.improvement_under_way", "A better brief is being written for this campaign already; wait for it.");

        /// <summary>The job did not fail, or so long ago that it is forgotten.</summary>
        public static Refusal NothingToRetry =>
            new("campaign.nothing_to_retry", "No such AI job of the campaign failed lately.", "generationId");

        /// <summary>A hashtag that no platform would take as one.</summary>
        public static Refusal HashtagMalformed(string tag) =>
            new(
                "campaign.hashtag_malformed",
                $"'{Refusal.Shown(tag)}' is no hashtag: letters, digits and underscores only, without '#', up to 100.",
                "hashtags"
            );

        /// <summary>More hashtags than any platform takes.</summary>
        public static Refusal TooManyHashtags(int most) =>
            new("campaign.too_many_hashtags", $"At most {most} hashtags are allowed.", "hashtags");

        /// <summary>There is no picture or video.</summary>
        public static Refusal NoMedia =>
            new("campaign.no_media", "The item has no picture and no video; draw or attach one first.", "itemId");

        /// <summary>More files than any kind of post takes.</summary>
        public static Refusal TooManyMedia(int most) => new("campaign.too_many_media", $"A post has at most {most} files.", "mediaKeys");

        /// <summary>A voice is none of the files that a post shows.</summary>
        public static Refusal SoundIsNotShown =>
            new("campaign.sound_is_not_shown", "A post shows pictures and videos; a sound goes into a video.", "mediaKeys");

        /// <summary>A picture drawn for it would be of no use.</summary>
        public static Refusal ReelTakesNoPicture =>
            new("campaign.reel_takes_no_picture", "A reel takes a video; attach one, or make it another kind of post.", "itemId");

        /// <summary>The content changed since it was looked at.</summary>
        public static Refusal ContentChanged =>
            new("campaign.content_changed", "The item has changed since you looked at it; look again.", "contentHash");

        /// <summary>Nobody approved this content.</summary>
        public static Refusal NotApproved =>
            new("campaign.not_approved", "The item, as it is now, must be approved before it is scheduled.", "itemId");

        /// <summary>It is on the calendar of that account already.</summary>
        public static Refusal ItemScheduled =>
            new("campaign.item_scheduled", "The item is scheduled on this account already; reschedule or cancel that.", "itemId");
    }
}
