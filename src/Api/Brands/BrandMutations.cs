using Campaigns.Api.Auth;
using Campaigns.Api.Brands;
using Campaigns.Api.Commands;
using Campaigns.Api.Media;
using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Grains;
using Campaigns.Integrations;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Sets up a brand.</summary>
    public static async Task<BrandPayload> CreateBrand(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] IMediaStore media,
        CreateBrandInput input,
        CancellationToken ct
    )
    {
        var by = commander.Require(Permission.ManageBrand, input.CommandId);
        var logo = await media.NamedPicture(commander.Tenant, input.LogoKey, "logoKey", ct);
        var id = input.Id ?? new BrandId(DerivedId.From(commander.Tenant, by.Command, "brand"));
        return logo.Refusal is { } no
            ? BrandPayload.From(new Outcome.Refused(no), null)
            : BrandPayload.From(await grains.Brand(commander.Tenant, id).Create(new(input.ToProfile(logo.Asset)), by), id);
    }

    /// <summary>Changes a brand: what is named, and nothing else.</summary>
    public static async Task<BrandPayload> UpdateBrand(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] IMediaStore media,
        UpdateBrandInput input,
        CancellationToken ct
    )
    {
        var by = commander.Require(Permission.ManageBrand, input.CommandId);
        var logo = await media.NamedPicture(commander.Tenant, input.LogoKey, "logoKey", ct);
        return logo.Refusal is { } no
            ? BrandPayload.From(new Outcome.Refused(no), null)
            : BrandPayload.From(await grains.Brand(commander.Tenant, input.Id).Change(input.ToCommand(logo.Asset), by), input.Id);
    }
}
