namespace Campaigns.Domain.Media;

/// <summary>Shapes that pictures are asked for in.</summary>
public enum AspectRatio
{
    /// <summary>1:1.</summary>
    Square,

    /// <summary>4:5, the tallest a feed takes.</summary>
    Portrait,

    /// <summary>9:16, stories and reels.</summary>
    Tall,

    /// <summary>16:9.</summary>
    Wide,
}
