using Campaigns.Domain.Campaigns;
using Campaigns.Domain.History;

namespace Campaigns.Domain.Publications;

/// <summary>Every "no" a publication can give.</summary>
public static class PublicationRefusals
{
    extension(Refusal)
    {
        /// <summary>The tenant has no such publication.</summary>
        public static Refusal PublicationNotFound => new("publication.not_found", "There is no such publication.", "publicationId");

        /// <summary>It was scheduled before, otherwise.</summary>
        public static Refusal AlreadyScheduled =>
            new(
                "publication.already_scheduled",
                "This publication was scheduled already; reschedule it, or use a new id.",
                "publicationId"
            );

        /// <summary>Its publish call has begun.</summary>
        public static Refusal PublicationUnderWay =>
            new("publication.under_way", "The post is being published at this moment; nothing about it can change now.");

        /// <summary>It is public.</summary>
        public static Refusal PublicationLive => new("publication.live", "The post is already public.");

        /// <summary>It ended.</summary>
        public static Refusal PublicationEnded(Verdict verdict) =>
            new("publication.ended", $"The publication has ended ({verdict.ToString().ToLowerInvariant()}); schedule the post anew.");

        /// <summary>Nobody asked a person to decide.</summary>
        public static Refusal NothingToDecide =>
            new("publication.nothing_to_decide", "The post does not wait for a decision.", "publicationId");

        /// <summary>Its approval names other times.</summary>
        public static Refusal OutsideApproval(ApprovalWindow window) =>
            new(
                "publication.outside_approval",
                $"Its approval lets it go out {(window.From is { } from ? $"from {Changes.Told(from)} " : "")}{(window.Until is { } until ? $"until {Changes.Told(until)}" : "on")} only.",
                "at"
            );

        /// <summary>Moving it would void an approval that only the reviewer can give again.</summary>
        public static Refusal ReviewWouldBeVoid =>
            new(
                "publication.review_would_be_void",
                "Moving it would void the outside reviewer's approval; cancel it, and have it reviewed and scheduled anew."
            );

        /// <summary>No adapter for that platform.</summary>
        public static Refusal PlatformUnsupported(Platform platform) =>
            new("publication.platform_unsupported", $"Posts for {platform} cannot be published; only Instagram can be.", "itemId");

        /// <summary>A limit of the platform on captions.</summary>
        public static Refusal CaptionBreaksRule(string rule) =>
            new("publication.caption_rule", $"Instagram would refuse the caption: {rule}", "itemId");

        /// <summary>The kind of post takes another number of files.</summary>
        public static Refusal MediaCount(string rule) => new("publication.media_count", rule, "itemId");

        /// <summary>The kind of post takes no such file.</summary>
        public static Refusal MediaOfOtherKind(string rule) => new("publication.media_kind", rule, "itemId");

        /// <summary>A limit of the platform on videos.</summary>
        public static Refusal VideoBreaksRule(string rule) =>
            new("publication.video_rule", $"Instagram would refuse the video: {rule}", "itemId");

        /// <summary>The picture cannot be made fit, or the platform could not fetch it.</summary>
        public static Refusal MediaUnfit(Problem problem) => new("publication.media_unfit", problem.Message, "itemId");
    }
}
