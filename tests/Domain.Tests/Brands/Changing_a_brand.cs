using Campaigns.Domain.Brands;
using static Campaigns.Domain.Brands.BrandEvent;
using static Campaigns.Domain.Tests.Brands.Setting_up_a_brand;

namespace Campaigns.Domain.Tests.Brands;

public sealed class Changing_a_brand
{
    [Fact]
    public void changes_what_is_named_and_leaves_the_rest() =>
        Brand(new(Name: "Padaria Nova", Tone: "Loud"))
            .Then(new ProfileChanged(Profile with { Name = "Padaria Nova", Tone = "Loud" }))
            .AndAgainNothing();

    [Fact]
    public void changes_every_part() =>
        Brand(new("Name", "en", "Words", "#000001", "#000002", "#000003", "Dry", OtherPicture))
            .Then(new ProfileChanged(new("Name", "en", "Words", "#000001", "#000002", "#000003", "Dry", OtherPicture)))
            .AndAgainNothing();

    [Fact]
    public void clears_every_part_that_need_not_be() =>
        Brand(new(Description: "", PrimaryColor: " ", SecondaryColor: "", TertiaryColor: "", Tone: "", ClearLogo: true))
            .Then(new ProfileChanged(new(Profile.Name, Profile.Language)))
            .AndAgainNothing();

    [Fact]
    public void to_what_it_is_changes_nothing()
    {
        Brand(new()).ThenNothing();
        Brand(new(Name: Profile.Name)).ThenNothing();
    }

    [Fact]
    public void names_the_field_that_breaks_a_rule()
    {
        Brand(new(Name: "")).ThenRefused("input.required", "name");
        Brand(new(Language: "x")).ThenRefused("input.language_malformed", "language");
        Brand(new(PrimaryColor: "red")).ThenRefused("brand.color_malformed", "primaryColor");
    }

    [Fact]
    public void is_refused_for_a_brand_that_is_none() =>
        Given().When((Brand brand) => BrandDecider.Change(brand, new(Name: "Any"))).ThenRefused("brand.not_found", "id");

    private static Decided<Brand, BrandEvent> Brand(ChangeBrand ask) =>
        Given(new Created(Profile)).When((Brand brand) => BrandDecider.Change(brand, ask));
}
