using System.Text;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations;
using Campaigns.Keys;
using Campaigns.Projections.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Silo.Tests.Erasure;

public sealed class What_is_left_of_an_erased_tenant(KeptTenants kept) : IClassFixture<KeptTenants>
{
    private static readonly TenantId Gone = TenantId.Parse("org_gone");
    private static readonly TenantId Stays = TenantId.Parse("org_stays");

    [Fact]
    public async Task is_no_word_of_it_in_a_dump_and_every_byte_of_the_others()
    {
        var ct = TestContext.Current.CancellationToken;
        await kept.Fill(Gone, "quetzal");
        await kept.Fill(Stays, "marmot");
        var before = kept.Database.Dump();
        Assert.True(before.Count(line => Holds(line, "quetzal")) > 15, "the marks are not there to be erased");

        await kept.Services.GetRequiredService<ITenantKeys>().Destroy(Gone, ct);
        await Task.Delay(kept.Services.GetRequiredService<ITenantKeys>().Lifetime, ct); // as the erasure's saga waits
        var removed = await kept.Services.GetRequiredService<ITenantRemains>().Remove(Gone, ct);
        var files = await kept.Services.GetRequiredService<IMediaShelf>().Empty(Gone, ct);

        var after = kept.Database.Dump();
        Assert.DoesNotContain(after, line => Holds(line, "quetzal"));
        Assert.Equal(LinesOf(before, Stays), LinesOf(after, Stays));
        Assert.Equal(1, files);
        Assert.False(Directory.Exists(Path.Combine(kept.MediaFolder, Gone.Value)));
        Assert.Single(Directory.GetFiles(Path.Combine(kept.MediaFolder, Stays.Value)));
        foreach (
            var table in (string[])["read.history_a", "vault.tokens", "webhooks.deliveries", "orleans.grain_state", "orleans.reminder"]
        )
            Assert.Contains(removed, one => one.What == table && one.Count > 0);
        // What a dump still says of it: that there was something, in streams of these names, and that it is gone.
        Assert.All(LinesOf(after, Gone), line => Assert.Matches("^[0-9]+\t|^[0-9a-f-]{36}\torg_gone\t1\t|^tenant/org_gone\t", line));

        await Rebuild(ct);
        Assert.Equal(0L, await kept.Run("select count(*) from read.parked"));
        Assert.Equal(0L, await kept.Run("select count(*) from read.history where tenant = 'org_gone'"));
        Assert.Equal(7L, await kept.Run("select count(*) from read.history where tenant = 'org_stays'"));
        Assert.Equal("name marmot", await kept.Run("select name from read.campaigns"));
    }

    /// <summary>All read models anew, from a log that one tenant's events cannot be read of any more.</summary>
    private async Task Rebuild(CancellationToken ct)
    {
        var builds = kept.Services.GetRequiredService<ProjectionBuilds>();
        foreach (var name in builds.Names)
            await builds.Rebuild(name, ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while ((await builds.Standing(ct)).Any(build => build.State == "building"))
            await Task.Delay(50, patience.Token);
    }

    private static string[] LinesOf(string[] dump, TenantId tenant) =>
        [.. dump.Where(line => line.Contains(tenant.Value, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>In the clear, or as the digits in which bytes are dumped.</summary>
    private static bool Holds(string line, string mark) =>
        line.Contains(mark, StringComparison.Ordinal)
        || line.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(mark)), StringComparison.Ordinal);
}
