using System.Text.RegularExpressions;
using static Campaigns.Domain.Brands.BrandEvent;

namespace Campaigns.Domain.Brands;

/// <summary>Every choice made about a brand.</summary>
public static partial class BrandDecider
{
    /// <summary>Sets up a brand. Asking twice for the same changes nothing.</summary>
    public static Decision<BrandEvent> Create(Brand state, CreateBrand ask)
    {
        if (state.Profile is not null)
            return state.Profile == ask.Profile ? [] : Refusal.BrandExists;
        if (Check(ask.Profile) is { } refusal)
            return refusal;
        return [new Created(ask.Profile)];
    }

    /// <summary>Changes parts of the profile.</summary>
    public static Decision<BrandEvent> Change(Brand state, ChangeBrand ask)
    {
        if (state.Profile is not { } profile)
            return Refusal.BrandNotFound;
        var changed = profile with
        {
            Name = ask.Name ?? profile.Name,
            Language = ask.Language ?? profile.Language,
            Description = Changed(ask.Description, profile.Description),
            PrimaryColor = Changed(ask.PrimaryColor, profile.PrimaryColor),
            SecondaryColor = Changed(ask.SecondaryColor, profile.SecondaryColor),
            TertiaryColor = Changed(ask.TertiaryColor, profile.TertiaryColor),
            Tone = Changed(ask.Tone, profile.Tone),
            Logo = ask.ClearLogo ? null : ask.Logo ?? profile.Logo,
        };
        if (Check(changed) is { } refusal)
            return refusal;
        return changed == profile ? [] : [new ProfileChanged(changed)];
    }

    private static string? Changed(string? asked, string? now) =>
        asked switch
        {
            null => now,
            _ when string.IsNullOrWhiteSpace(asked) => null,
            _ => asked,
        };

    private static Refusal? Check(BrandProfile profile) =>
        TextRule.First(
            TextRule.Check("name", profile.Name, 100),
            LanguageRule.Check("language", profile.Language),
            TextRule.Check("description", profile.Description, 2000, required: false),
            TextRule.Check("tone", profile.Tone, 200, required: false),
            CheckColor("primaryColor", profile.PrimaryColor),
            CheckColor("secondaryColor", profile.SecondaryColor),
            CheckColor("tertiaryColor", profile.TertiaryColor)
        );

    private static Refusal? CheckColor(string field, string? color) =>
        color is null || HexColor.IsMatch(color) ? null : new("brand.color_malformed", $"'{field}' must look like '#1A2B3C'.", field);

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{6}\z")]
    private static partial Regex HexColor { get; }
}
