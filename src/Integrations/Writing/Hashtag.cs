using System.Globalization;

namespace Campaigns.Integrations.Writing;

/// <summary>A hashtag as a platform reads it: letters, digits and underscores of any script; anything else would end it early.</summary>
internal static class Hashtag
{
    /// <summary>The tag without <c>#</c>, spaces and punctuation; empty when nothing is left.</summary>
    public static string Normalise(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => Belongs(System.Text.Rune.GetUnicodeCategory(rune))));

    private static bool Belongs(UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation;
}
