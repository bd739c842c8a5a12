using System.Data.Common;
using Campaigns.Domain;
using Campaigns.Domain.Members;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations;
using static Campaigns.Grains.Tests.Cluster;

namespace Campaigns.Grains.Tests;

public sealed class Erasing_a_person(Cluster cluster) : IClassFixture<Cluster>
{
    private static readonly ActorId Bea = ActorId.Parse("user_bea");

    [Fact]
    public async Task erases_the_name_first_and_then_keeps_that_it_did()
    {
        var tenant = cluster.NewTenant();
        cluster.Members.Known.Add((tenant, Bea));

        Accepted(await cluster.Grains.Tenant(tenant).ErasePerson(new(Bea), cluster.Ana()));

        Assert.DoesNotContain((tenant, Bea), cluster.Members.Known);
        Assert.Equal(["tenant.person_erased.v1"], await cluster.Names($"tenant-{tenant}"));
    }

    [Fact]
    public async Task whom_the_tenant_does_not_know_is_refused()
    {
        var tenant = cluster.NewTenant();
        cluster.Members.Known.Add((cluster.NewTenant(), Bea));

        Assert.Equal("member.not_found", Refused(await cluster.Grains.Tenant(tenant).ErasePerson(new(Bea), cluster.Ana())));
        Assert.Empty(await cluster.Names($"tenant-{tenant}"));
    }

    [Fact]
    public async Task is_not_kept_as_done_while_the_directory_is_away()
    {
        var tenant = cluster.NewTenant();
        cluster.Members.Known.Add((tenant, Bea));
        cluster.Members.IsAway = true;

        Assert.IsType<Outcome.Unavailable>(await cluster.Grains.Tenant(tenant).ErasePerson(new(Bea), cluster.Ana("erase-bea")));
        Assert.Empty(await cluster.Names($"tenant-{tenant}"));

        cluster.Members.IsAway = false;
        Accepted(await cluster.Grains.Tenant(tenant).ErasePerson(new(Bea), cluster.Ana("erase-bea")));
    }
}

/// <summary>A directory of members in memory.</summary>
internal sealed class FakeMembers : IMemberDirectory
{
    public HashSet<(TenantId, ActorId)> Known { get; } = [];

    public bool IsAway { get; set; }

    public Task<bool> Take(DirectoryMessage message, DateTimeOffset now, CancellationToken ct) => Answer(() => true);

    public Task Saw(TenantId tenant, ActorId person, string role, DateTimeOffset now, CancellationToken ct) =>
        Answer(() => Known.Add((tenant, person)));

    public Task<bool> Erase(TenantId tenant, ActorId person, DateTimeOffset now, CancellationToken ct) =>
        Answer(() => Known.Remove((tenant, person)));

    public Task<int> EraseEverywhere(ActorId person, DateTimeOffset now, CancellationToken ct) =>
        Answer(() => Known.RemoveWhere(one => one.Item2 == person));

    public Task Used(TenantId tenant, ServiceTokenId token, DateTimeOffset now, CancellationToken ct) => Answer(() => true);

    public Task Looked(TenantId tenant, ActorId person, string what, DateTimeOffset now, CancellationToken ct) => Answer(() => true);

    private Task<T> Answer<T>(Func<T> answer)
    {
        lock (Known)
            return IsAway ? Task.FromException<T>(new AwayException()) : Task.FromResult(answer());
    }

    private sealed class AwayException() : DbException("It is away.");
}
