namespace Campaigns.Domain.Brands;

/// <summary>Every "no" about brands.</summary>
public static class BrandRefusals
{
    extension(Refusal)
    {
        /// <summary>The id is taken by another brand.</summary>
        public static Refusal BrandExists => new("brand.exists", "A brand with this id exists already, with another profile.", "id");

        /// <summary>It has as many style references as a model takes.</summary>
        public static Refusal TooManyStyleReferences(int most) =>
            new("brand.too_many_style_references", $"A brand has at most {most} style references.", "mediaKey");

        /// <summary>The tenant has no such brand.</summary>
        public static Refusal BrandNotFound => new("brand.not_found", "There is no such brand.", "id");
    }
}
