using Campaigns.Domain.Brands;
using static Campaigns.Domain.Brands.BrandEvent;

namespace Campaigns.Domain.Tests.Brands;

public sealed class Setting_up_a_brand
{
    internal static readonly BrandProfile Profile = new(
        "Padaria do Bairro",
        "pt-BR",
        "Bread since 1954.",
        "#8A4B2F",
        "#FFFFFF",
        "#1A2B3C",
        "Warm and plain",
        Picture
    );

    [Fact]
    public void keeps_its_profile() => Given().When(Create(Profile)).Then(new Created(Profile)).AndAgainNothing();

    [Fact]
    public void needs_a_name_and_a_language_only() => Given().When(Create(new("Padaria", "pt"))).Then(new Created(new("Padaria", "pt")));

    [Fact]
    public void is_refused_under_an_id_that_is_taken() =>
        Given(new Created(Profile)).When(Create(Profile with { Name = "Another" })).ThenRefused("brand.exists", "id");

    public static TheoryData<BrandProfile, string, string> Broken { get; } =
        new()
        {
            { Profile with { Name = "" }, "input.required", "name" },
            { Profile with { Name = new('x', 101) }, "input.too_long", "name" },
            { Profile with { Name = "a\0b" }, "input.malformed", "name" },
            { Profile with { Language = "" }, "input.language_malformed", "language" },
            { Profile with { Language = "portuguese" }, "input.language_malformed", "language" },
            { Profile with { Language = "pt_BR" }, "input.language_malformed", "language" },
            { Profile with { Description = new('x', 2001) }, "input.too_long", "description" },
            { Profile with { Description = new(' ', 2001) }, "input.too_long", "description" },
            { Profile with { Tone = new('x', 201) }, "input.too_long", "tone" },
            { Profile with { PrimaryColor = "brown" }, "brand.color_malformed", "primaryColor" },
            { Profile with { SecondaryColor = "#FFF" }, "brand.color_malformed", "secondaryColor" },
            { Profile with { TertiaryColor = "#GGGGGG" }, "brand.color_malformed", "tertiaryColor" },
        };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void names_the_field_that_breaks_a_rule(BrandProfile profile, string code, string field)
    {
        Given().When(Create(profile)).ThenRefused(code, field);
    }

    private static Func<Brand, Decision<BrandEvent>> Create(BrandProfile profile) => brand => BrandDecider.Create(brand, new(profile));
}
