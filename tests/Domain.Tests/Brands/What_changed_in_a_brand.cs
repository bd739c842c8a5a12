using Campaigns.Domain.Brands;
using Campaigns.Domain.History;
using static Campaigns.Domain.Brands.BrandEvent;
using static Campaigns.Domain.Tests.Brands.Setting_up_a_brand;

namespace Campaigns.Domain.Tests.Brands;

public sealed class What_changed_in_a_brand
{
    [Fact]
    public void when_it_is_set_up_is_its_whole_profile() =>
        Assert.Equal(
            ["name", "language", "description", "primaryColor", "secondaryColor", "tertiaryColor", "tone", "logo"],
            BrandChanges.Between(Brand.Initial, new Created(Profile with { Logo = Picture })).Select(change => change.Field)
        );

    [Fact]
    public void when_its_profile_changes_is_what_is_other_in_it() =>
        Assert.Equal(
            [
                new("name", "Padaria do Bairro", "Padaria Nova"),
                new Change("tone", "Warm and plain", null),
                new("logo", null, "1080×1080 pixels, org_club/a.jpg"),
            ],
            BrandChanges.Between(
                new Brand(Profile with { Logo = null }),
                new ProfileChanged(Profile with { Name = "Padaria Nova", Tone = null, Logo = Picture })
            )
        );
}
