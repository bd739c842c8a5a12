namespace Campaigns.Database.Tests;

public sealed class Orleans_membership(OrleansQueries queries) : IClassFixture<OrleansQueries>
{
    private static readonly DateTime Nine = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private static int clusters;
    private readonly string cluster = $"cluster-{Interlocked.Increment(ref clusters)}";

    [Fact]
    public async Task begins_at_version_zero_once_and_shows_it_without_any_silo()
    {
        Assert.Equal(1, await One("InsertMembershipVersionKey", ("DeploymentId", cluster)));
        Assert.Equal(0, await One("InsertMembershipVersionKey", ("DeploymentId", cluster)));

        foreach (var rows in new[] { await All(), await queries.Send("MembershipReadRowKey", Silo(1)) })
        {
            var row = Assert.Single(rows);
            Assert.Equal(0, row["Version"]);
            Assert.Null(row["StartTime"]);
        }
    }

    [Fact]
    public async Task takes_a_silo_and_moves_its_version_with_it()
    {
        await Begin();

        Assert.Equal(1, await Insert(port: 1, version: 0));

        var row = Assert.Single(await All());
        Assert.Equal(1, row["Version"]);
        Assert.Equal("10.0.0.1", row["Address"]);
        Assert.Equal(1, row["Port"]);
        Assert.Equal(77, row["Generation"]);
        Assert.Equal("silo", row["SiloName"]);
        Assert.Equal("host", row["HostName"]);
        Assert.Equal(1, row["Status"]);
        Assert.Equal(30000, row["ProxyPort"]);
        Assert.Null(row["SuspectTimes"]);
        Assert.Equal(Nine, row["StartTime"]);
        Assert.Equal(Nine, row["IAmAliveTime"]);
    }

    [Fact]
    public async Task refuses_a_silo_at_another_version_or_a_second_time_and_then_changes_nothing()
    {
        await Begin();
        await Insert(port: 1, version: 0);

        Assert.Equal(0, await Insert(port: 2, version: 0)); // the version has moved on
        Assert.Equal(0, await Insert(port: 1, version: 1)); // it is there already
        Assert.Equal(0, await Update(port: 2, version: 1)); // there is none such
        Assert.Equal(0, await Update(port: 1, version: 7));

        var row = Assert.Single(await All());
        Assert.Equal(1, row["Version"]);
        Assert.Equal(1, row["Status"]);
    }

    [Fact]
    public async Task lets_one_of_several_changes_at_the_same_version_through()
    {
        await Begin();
        for (var round = 0; round < 20; round++)
        {
            var inserted = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Insert(port: (round * 10) + n + 1, version: round)));

            Assert.Equal(1, inserted.Sum());
            var rows = await All();
            Assert.Equal(round + 1, rows.Count);
            Assert.All(rows, row => Assert.Equal(round + 1, row["Version"]));
        }
    }

    [Fact]
    public async Task notes_suspicions_and_signs_of_life()
    {
        await Begin();
        await Insert(port: 1, version: 0);

        Assert.Equal(1, await Update(port: 1, version: 1));
        await queries.Send("UpdateIAmAlivetimeKey", [.. Silo(1), ("IAmAliveTime", Nine.AddMinutes(5))]);

        var row = Assert.Single(await queries.Send("MembershipReadRowKey", Silo(1)));
        Assert.Equal(2, row["Version"]); // a sign of life is no change
        Assert.Equal(3, row["Status"]);
        Assert.Equal("someone,then", row["SuspectTimes"]);
        Assert.Equal(Nine.AddMinutes(5), row["IAmAliveTime"]);
    }

    [Fact]
    public async Task lists_gateways_that_are_active()
    {
        await Begin();
        await Insert(port: 1, version: 0);
        await Insert(port: 2, version: 1);
        await Insert(port: 3, version: 2, gateway: 0);
        await Update(port: 1, version: 3);
        await Update(port: 3, version: 4);

        var row = Assert.Single(await queries.Send("GatewaysQueryKey", ("DeploymentId", cluster), ("Status", 3)));
        Assert.Equal("10.0.0.1", row["Address"]);
        Assert.Equal(30000, row["ProxyPort"]);
        Assert.Equal(77, row["Generation"]);
    }

    [Fact]
    public async Task forgets_the_long_dead_but_not_the_active()
    {
        await Begin();
        await Insert(port: 1, version: 0);
        await Insert(port: 2, version: 1);
        await Update(port: 1, version: 2);

        await queries.Send("CleanupDefunctSiloEntriesKey", ("DeploymentId", cluster), ("IAmAliveTime", Nine.AddDays(1)));
        Assert.Equal(1, Assert.Single(await All())["Port"]);

        await queries.Send("DeleteMembershipTableEntriesKey", ("DeploymentId", cluster));
        Assert.Empty(await All());
    }

    private Task<int> Begin() => One("InsertMembershipVersionKey", ("DeploymentId", cluster));

    private Task<List<Dictionary<string, object?>>> All() => queries.Send("MembershipReadAllKey", ("DeploymentId", cluster));

    private Task<int> Insert(int port, int version, int gateway = 30000) =>
        One(
            "InsertMembershipKey",
            [
                .. Silo(port),
                ("SiloName", "silo"),
                ("HostName", "host"),
                ("Status", 1),
                ("ProxyPort", gateway),
                ("StartTime", Nine),
                ("IAmAliveTime", Nine),
                ("Version", version),
            ]
        );

    private Task<int> Update(int port, int version) =>
        One(
            "UpdateMembershipKey",
            [.. Silo(port), ("Status", 3), ("SuspectTimes", "someone,then"), ("IAmAliveTime", Nine), ("Version", version)]
        );

    private (string, object?)[] Silo(int port) => [("DeploymentId", cluster), ("Address", "10.0.0.1"), ("Port", port), ("Generation", 77)];

    private async Task<int> One(string key, params (string, object?)[] parameters) =>
        (int)Assert.Single(Assert.Single(await queries.Send(key, parameters)).Values)!;
}
