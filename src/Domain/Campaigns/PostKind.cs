namespace Campaigns.Domain.Campaigns;

/// <summary>How a post is shown. What each kind takes is checked when it is scheduled.</summary>
public enum PostKind
{
    /// <summary>One picture in the feed.</summary>
    Photo,

    /// <summary>2 to 10 pictures and videos in the feed, one beside the other, in order.</summary>
    Carousel,

    /// <summary>One video in the feed and among the reels.</summary>
    Reel,

    /// <summary>One picture or video for 24 hours. The platform shows no caption with it.</summary>
    Story,
}
