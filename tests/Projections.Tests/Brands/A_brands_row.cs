using Campaigns.EventStore;
using Campaigns.Projections.Brands;
using static Campaigns.Domain.Brands.BrandEvent;

namespace Campaigns.Projections.Tests.Brands;

public sealed class A_brands_row
{
    [Fact]
    public void is_the_last_profile_and_remembers_its_beginning()
    {
        var row = Assert.Single(
            Rows.From(
                new BrandsProjection(),
                Given.Recorded(
                    StreamName.Of("brand", Given.Club, Given.Brand().Value),
                    new Created(new("Padaria", "pt-PT", Tone: "warm")),
                    new ProfileChanged(new("Padaria Nova", "pt-BR", PrimaryColor: "#102030", Logo: Given.Picture))
                )
            )
        );
        Assert.Equal(("Padaria Nova", "pt-BR", null, "#102030"), (row.Name, row.Language, row.Tone, row.PrimaryColor));
        Assert.Equal(Given.Picture, row.Logo);
        Assert.Equal((Given.Nine, "user_ana", Given.Nine.AddMinutes(1)), (row.CreatedAt, row.CreatedBy, row.UpdatedAt));
    }
}
