using Campaigns.Domain.Brands;
using Campaigns.Grains.EventSourcing;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Brands;

/// <summary>Keeps a brand.</summary>
internal sealed class BrandGrain(Journal journal, ILogger<BrandGrain> logger)
    : EventSourcedGrain<Brand, BrandEvent>(journal, logger),
        IBrandGrain
{
    protected override string Category => "brand";

    public Task<Outcome> Create(CreateBrand ask, CommandContext by) => Handle(ask, by, brand => BrandDecider.Create(brand, ask));

    public Task<Outcome> Change(ChangeBrand ask, CommandContext by) => Handle(ask, by, brand => BrandDecider.Change(brand, ask));

    public Task<Outcome> AddStyleReference(AddStyleReference ask, CommandContext by) =>
        Handle(ask, by, brand => BrandDecider.AddStyleReference(brand, ask));

    public Task<Outcome> RemoveStyleReference(RemoveStyleReference ask, CommandContext by) =>
        Handle(ask, by, brand => BrandDecider.RemoveStyleReference(brand, ask));

    public Task<Brand> Describe() => Ask(brand => brand);
}
