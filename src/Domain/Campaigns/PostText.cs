namespace Campaigns.Domain.Campaigns;

/// <summary>The words of a post.</summary>
/// <param name="Caption">Without hashtags.</param>
/// <param name="Hashtags">Without <c>#</c>, in order.</param>
/// <param name="ImagePrompt">What the picture should show; null when nobody has said.</param>
/// <param name="AltText">For those who cannot see the picture; null when missing.</param>
public sealed record PostText(string Caption, IReadOnlyList<string> Hashtags, string? ImagePrompt = null, string? AltText = null)
{
    /// <summary>Caption and hashtags as the platform gets them: a blank line between, one space between tags.</summary>
    public string Composed => Hashtags.Count == 0 ? Caption : $"{Caption}\n\n{string.Join(' ', Hashtags.Select(tag => '#' + tag))}";

    /// <inheritdoc />
    public bool Equals(PostText? other) =>
        other is not null
        && Caption == other.Caption
        && ImagePrompt == other.ImagePrompt
        && AltText == other.AltText
        && Hashtags.SequenceEqual(other.Hashtags);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Caption, ImagePrompt, AltText, Hashtags.Count);
}
