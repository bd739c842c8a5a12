using Campaigns.Api.Accounts;
using Campaigns.Api.Brands;
using Campaigns.Api.Campaigns;
using Campaigns.Api.Commands;
using Campaigns.Api.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Projections;
using Campaigns.Projections.Accounts;
using Campaigns.Projections.Brands;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Publications;
using GraphQL.DataLoader;

namespace Campaigns.Api.Reading;

/// <summary>What one thing of the schema leads to from another: however many lead there, it is one question a level.</summary>
public sealed class Lookups
{
    private readonly Viewer viewer;
    private readonly Batch<Guid, CampaignView?> campaigns;
    private readonly Batch<Guid, CampaignCountsView> counts;
    private readonly Batch<Guid, PostView?> posts;
    private readonly Batch<Guid, IReadOnlyList<PostView>> postsOfCampaign;
    private readonly Batch<Guid, PublicationView?> publications;
    private readonly Batch<Guid, IReadOnlyList<PublicationView>> publicationsOfPost;
    private readonly Batch<Guid, AccountView?> accounts;
    private readonly Batch<Guid, IReadOnlyList<Warning>> warnings;
    private readonly Batch<Guid, BrandView?> brands;

    /// <summary>One a request.</summary>
    public Lookups(
        Viewer viewer,
        CampaignReader campaignReader,
        ItemReader itemReader,
        PublicationReader publicationReader,
        AccountReader accountReader,
        BrandReader brandReader,
        TimeProvider clock
    )
    {
        this.viewer = viewer;
        campaigns = ById(ReadModels.Campaigns, campaignReader.Find, row => new CampaignView(row));
        posts = ById(ReadModels.Items, itemReader.Find, row => new PostView(row));
        publications = ById(ReadModels.Publications, publicationReader.Find, row => new PublicationView(row));
        accounts = ById(ReadModels.Accounts, accountReader.Find, row => new AccountView(row));
        brands = ById(ReadModels.Brands, brandReader.Find, row => new BrandView(row));
        postsOfCampaign = Many(ReadModels.Items, itemReader.OfCampaigns, row => new PostView(row));
        publicationsOfPost = Many(ReadModels.Publications, publicationReader.OfItems, row => new PublicationView(row));
        warnings = new(
            async (ids, ct) =>
            {
                var (tenant, now) = (await viewer.Of(ReadModels.Accounts, ct), clock.GetUtcNow());
                await viewer.Of(ReadModels.Publications, ct);
                var (rows, loads) = (await accountReader.Find(tenant, ids, ct), await publicationReader.LoadsOf(tenant, ids, now, ct));
                return id =>
                    rows.TryGetValue(id, out var row) ? AccountWarnings.Of(row, loads.GetValueOrDefault(id, AccountLoad.None), now) : [];
            }
        );
        counts = new(
            async (ids, ct) =>
            {
                await viewer.Of(ReadModels.Publications, ct);
                var found = await campaignReader.Counts(await viewer.Of(ReadModels.Items, ct), ids, ct);
                return id => new CampaignCountsView(found[id]);
            }
        );
    }

    internal IDataLoaderResult<CampaignView?> Campaign(Guid id) => campaigns.Load(id);

    internal IDataLoaderResult<CampaignCountsView> CountsOf(Guid campaign) => counts.Load(campaign);

    internal IDataLoaderResult<PostView?> Post(Guid id) => posts.Load(id);

    internal IDataLoaderResult<IReadOnlyList<PostView>> PostsOf(Guid campaign) => postsOfCampaign.Load(campaign);

    internal IDataLoaderResult<PublicationView?> Publication(Guid id) => publications.Load(id);

    internal IDataLoaderResult<IReadOnlyList<PublicationView>> PublicationsOf(Guid post) => publicationsOfPost.Load(post);

    internal IDataLoaderResult<AccountView?> Account(Guid id) => accounts.Load(id);

    internal IDataLoaderResult<IReadOnlyList<Warning>> WarningsOf(Guid account) => warnings.Load(account);

    internal IDataLoaderResult<BrandView?> Brand(Guid id) => brands.Load(id);

    /// <summary>The same, but from here on not older than a command's own change.</summary>
    internal Lookups After(CommandReceipt? receipt)
    {
        viewer.AtLeast(receipt?.Position);
        return this;
    }

    private Batch<Guid, TView?> ById<TRow, TView>(
        string readModel,
        Func<TenantId, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyDictionary<Guid, TRow>>> find,
        Func<TRow, TView> view
    )
        where TRow : class
        where TView : class =>
        new(
            async (ids, ct) =>
            {
                var found = await find(await viewer.Of(readModel, ct), ids, ct);
                return id => found.TryGetValue(id, out var row) ? view(row) : null;
            }
        );

    private Batch<Guid, IReadOnlyList<TView>> Many<TRow, TView>(
        string readModel,
        Func<TenantId, IReadOnlyCollection<Guid>, CancellationToken, Task<ILookup<Guid, TRow>>> find,
        Func<TRow, TView> view
    ) =>
        new(
            async (ids, ct) =>
            {
                var found = await find(await viewer.Of(readModel, ct), ids, ct);
                return id => [.. found[id].Select(view)];
            }
        );
}
