using Campaigns.Domain.Brands;

namespace Campaigns.Grains.Brands;

/// <summary>A brand.</summary>
public interface IBrandGrain : IGrainWithStringKey
{
    /// <summary>Sets it up.</summary>
    Task<Outcome> Create(CreateBrand ask, CommandContext by);

    /// <summary>Changes parts of its profile.</summary>
    Task<Outcome> Change(ChangeBrand ask, CommandContext by);

    /// <summary>Lets pictures drawn for it look like one more.</summary>
    Task<Outcome> AddStyleReference(AddStyleReference ask, CommandContext by);

    /// <summary>Takes one of those away.</summary>
    Task<Outcome> RemoveStyleReference(RemoveStyleReference ask, CommandContext by);

    /// <summary>The brand as it stands, for grains that need a copy.</summary>
    Task<Brand> Describe();
}
