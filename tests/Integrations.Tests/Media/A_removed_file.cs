using Campaigns.Domain;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations.Tests.Media;

public sealed class A_removed_file
{
    private static readonly TenantId Another = TenantId.Parse("org_another");

    [Fact]
    public async Task is_listed_until_then_and_gone_after()
    {
        await using var media = await MediaAtHand.Start();
        var asset = await media.Keep(Pictures.TwoHalves(40, 30));
        Assert.Equal([(asset.Key, asset.Bytes)], (await Listed(media, MediaAtHand.Bakery)).Select(file => (file.Key, file.Bytes)));

        Assert.IsType<Reply<Removed>.Done>(await media.Store.Delete(MediaAtHand.Bakery, asset.Key, CancellationToken.None));
        Assert.IsType<Reply<Removed>.Done>(await media.Store.Delete(MediaAtHand.Bakery, asset.Key, CancellationToken.None));

        Assert.Empty(await Listed(media, MediaAtHand.Bakery));
        Assert.Null(await media.Store.Find(MediaAtHand.Bakery, asset.Key, CancellationToken.None));
    }

    [Fact]
    public async Task is_its_own_tenants()
    {
        await using var media = await MediaAtHand.Start();
        var asset = await media.Keep(Pictures.TwoHalves(40, 30));

        await media.Store.Delete(Another, asset.Key, CancellationToken.None);
        await media.Store.Delete(MediaAtHand.Bakery, $"org_another/../{asset.Key}", CancellationToken.None);

        Assert.Empty(await Listed(media, Another));
        Assert.Equal(asset.Key, Assert.Single(await Listed(media, null)).Key);
    }

    private static async Task<IReadOnlyList<StoredFile>> Listed(MediaAtHand media, TenantId? tenant) =>
        (await media.Store.List(tenant, null, CancellationToken.None)).Value().Files;
}
