using Campaigns.Api.Auth;
using Campaigns.Api.Brands;
using Campaigns.Api.Commands;
using Campaigns.Api.Media;
using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Sets up a brand.</summary>
    public static async Task<BrandPayload> CreateBrand(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] UsableMedia media,
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
        [FromServices] UsableMedia media,
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

    /// <summary>Lets pictures that are drawn for a brand look like this one, too; at most 8 of them.</summary>
    public static async Task<BrandPayload> AddStyleReference(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] UsableMedia media,
        StyleReferenceInput input,
        CancellationToken ct
    )
    {
        var by = commander.Require(Permission.ManageBrand, input.CommandId);
        var named = await media.NamedPicture(commander.Tenant, input.MediaKey, "mediaKey", ct);
        return named.Asset is not { } asset
            ? BrandPayload.From(new Outcome.Refused(named.Refusal!), null)
            : BrandPayload.From(await grains.Brand(commander.Tenant, input.BrandId).AddStyleReference(new(asset), by), input.BrandId);
    }

    /// <summary>Takes a style reference of a brand away. The file stays in the gallery as long as anything uses it.</summary>
    public static async Task<BrandPayload> RemoveStyleReference(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        StyleReferenceInput input
    )
    {
        var by = commander.Require(Permission.ManageBrand, input.CommandId);
        var brand = grains.Brand(commander.Tenant, input.BrandId);
        return BrandPayload.From(await brand.RemoveStyleReference(new(input.MediaKey), by), input.BrandId);
    }
}
