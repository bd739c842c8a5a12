namespace Campaigns.Domain.Campaigns;

/// <summary>One of the files that an item of several is made of.</summary>
/// <param name="Role">As what.</param>
/// <param name="Number">Which of its kind, from 1; 0 where there is only one.</param>
public sealed record ItemPart(PartRole Role, int Number)
{
    /// <summary>What a clip is shown by before it plays.</summary>
    public static ItemPart Cover { get; } = new(PartRole.Cover, 0);

    /// <summary>The voice of a clip.</summary>
    public static ItemPart Narration { get; } = new(PartRole.Narration, 0);

    /// <summary>A slide of a carousel.</summary>
    public static ItemPart Slide(int number) => new(PartRole.Slide, number);

    /// <summary>The picture of a scene.</summary>
    public static ItemPart Scene(int number) => new(PartRole.Scene, number);

    /// <summary>The film of a scene.</summary>
    public static ItemPart Film(int number) => new(PartRole.Film, number);

    /// <inheritdoc />
    public override string ToString() =>
        Number == 0 ? Role.ToString() : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Role} {Number}");
}

/// <summary>As what a file stands in an item.</summary>
public enum PartRole
{
    /// <summary>What a clip is shown by before it plays.</summary>
    Cover,

    /// <summary>A slide of a carousel.</summary>
    Slide,

    /// <summary>The picture of a scene.</summary>
    Scene,

    /// <summary>The film of a scene.</summary>
    Film,

    /// <summary>The voice of a clip.</summary>
    Narration,
}
