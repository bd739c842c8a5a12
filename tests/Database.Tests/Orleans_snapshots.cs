namespace Campaigns.Database.Tests;

public sealed class Orleans_snapshots(OrleansQueries queries) : IClassFixture<OrleansQueries>
{
    private static int grains;
    private readonly int grain = Interlocked.Increment(ref grains);

    [Fact]
    public async Task start_at_version_one_and_count_their_writes()
    {
        Assert.Equal(1, await Write(null, 1));
        Assert.Equal(2, await Write(1, 2));

        var row = Assert.Single(await Read());
        Assert.Equal(2, row["Version"]);
        Assert.Equal(new byte[] { 2 }, row["PayloadBinary"]);
    }

    [Fact]
    public async Task that_are_not_new_are_not_written_as_new()
    {
        await Write(null, 1);

        Assert.Null(await Write(null, 2));
        Assert.Equal(new byte[] { 1 }, (await Read())[0]["PayloadBinary"]);
    }

    [Fact]
    public async Task of_another_version_are_left_alone_and_give_back_the_version_asked_for()
    {
        Assert.Equal(5, await Write(5, 1)); // there is none at all
        Assert.Empty(await Read());

        await Write(null, 1);
        Assert.Equal(5, await Write(5, 2));
        Assert.Equal(1, (await Read())[0]["Version"]);
    }

    [Fact]
    public async Task written_by_two_at_once_take_one_of_them()
    {
        for (var round = 0; round < 20; round++)
        {
            var other = Interlocked.Increment(ref grains);
            var first = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Write(null, 1, other)));
            Assert.Single(first, version => version == 1);
            Assert.Equal(3, first.Count(version => version is null));

            var next = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Write(1, 2, other)));
            Assert.Single(next, version => version == 2);
            Assert.Equal(3, next.Count(version => version == 1));
        }
    }

    [Fact]
    public async Task are_cleared_but_remembered()
    {
        await Write(null, 1);

        Assert.Empty(await queries.Send("ClearStorageKey", Key(7)));
        Assert.Equal(2, Assert.Single(await queries.Send("ClearStorageKey", Key(1))).Values.First());

        var row = Assert.Single(await Read());
        Assert.Null(row["PayloadBinary"]);
        Assert.Equal(2, row["Version"]);
    }

    [Fact]
    public async Task are_deleted_at_their_version_only()
    {
        await Write(null, 1);

        Assert.Empty(await queries.Send("DeleteStorageKey", Key(7)));
        Assert.Equal(2, Assert.Single(await queries.Send("DeleteStorageKey", Key(1))).Values.First());
        Assert.Empty(await Read());
    }

    [Fact]
    public async Task whose_hashes_collide_stay_apart()
    {
        await Write(null, 1);
        var elsewhere = Key(null)
            .Append(("PayloadBinary", new byte[] { 9 }))
            .Select(p => p.Name == "GrainIdExtensionString" ? (p.Name, "other") : p);

        Assert.Equal(1, (await queries.Send("WriteToStorageKey", [.. elsewhere]))[0]["NewGrainStateVersion"]);
        Assert.Equal(new byte[] { 1 }, (await Read())[0]["PayloadBinary"]);
    }

    private Task<List<Dictionary<string, object?>>> Read() => queries.Send("ReadFromStorageKey", Key(null)[..^1]);

    private async Task<int?> Write(int? version, byte payload, int? other = null)
    {
        var rows = await queries.Send("WriteToStorageKey", [.. Key(version, other), ("PayloadBinary", new[] { payload })]);
        return (int?)Assert.Single(rows)["NewGrainStateVersion"];
    }

    private (string Name, object? Value)[] Key(int? version, int? other = null) =>
        [
            ("GrainIdHash", 17),
            ("GrainIdN0", 0L),
            ("GrainIdN1", (long)(other ?? grain)),
            ("GrainTypeHash", -4),
            ("GrainTypeString", "campaign"),
            ("GrainIdExtensionString", null),
            ("ServiceId", "campaigns"),
            ("GrainStateVersion", version),
        ];
}
