using Campaigns.Domain.Brands;
using static Campaigns.Domain.Brands.BrandEvent;
using static Campaigns.Domain.Tests.Brands.Setting_up_a_brand;

namespace Campaigns.Domain.Tests.Brands;

public sealed class What_a_brands_pictures_look_like
{
    [Fact]
    public void is_shown_by_a_picture_added_once() =>
        Given(new Created(Profile)).When(Add(Picture.Key)).Then(new StyleReferenceAdded(Picture)).AndAgainNothing();

    [Fact]
    public void is_shown_by_so_many_and_no_more()
    {
        BrandEvent[] full =
        [
            new Created(Profile),
            .. Enumerable
                .Range(0, BrandDecider.MostStyleReferences)
                .Select(n => new StyleReferenceAdded(Picture with { Key = $"org_t/{n}" })),
        ];

        Given(full).When(Add("org_t/one-more")).ThenRefused("brand.too_many_style_references", "mediaKey");
    }

    private static Func<Brand, Decision<BrandEvent>> Add(string key) =>
        brand => BrandDecider.AddStyleReference(brand, new(Picture with { Key = key }));
}
