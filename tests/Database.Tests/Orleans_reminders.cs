using System.Globalization;

namespace Campaigns.Database.Tests;

public sealed class Orleans_reminders(OrleansQueries queries) : IClassFixture<OrleansQueries>
{
    private static readonly DateTime Nine = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private static int services;
    private readonly string service = $"service-{Interlocked.Increment(ref services)}";

    [Fact]
    public async Task get_another_version_with_each_write_and_are_read_as_they_were_written()
    {
        var first = await Upsert("a", hash: 5);
        var second = await Upsert("a", hash: 5);
        Assert.NotEqual(first, second);

        var row = Assert.Single(
            await queries.Send("ReadReminderRowKey", ("ServiceId", service), ("GrainId", "post/a"), ("ReminderName", "due"))
        );
        Assert.Equal("post/a", row["GrainId"]);
        Assert.Equal("due", row["ReminderName"]);
        Assert.Equal(Nine, row["StartTime"]);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)row["StartTime"]!).Kind);
        Assert.Equal(60_000L, row["Period"]);
        Assert.Equal(second, row["Version"]);
        Assert.Single(await queries.Send("ReadReminderRowsKey", ("ServiceId", service), ("GrainId", "post/a")));
    }

    [Theory]
    [InlineData("ReadRangeRows1Key", -100, 100, "b c d")] // begin is left out, end is not
    [InlineData("ReadRangeRows1Key", 0, int.MaxValue, "d e")]
    [InlineData("ReadRangeRows2Key", 100, -100, "a e")]
    [InlineData("ReadRangeRows2Key", 7, 7, "a b c d e")] // all the way round
    public async Task are_found_by_their_place_on_the_ring(string key, int begin, int end, string expected)
    {
        foreach (var (name, hash) in new[] { ("a", -100), ("b", -50), ("c", 0), ("d", 100), ("e", int.MaxValue) })
            await Upsert(name, hash);

        var rows = await queries.Send(key, ("ServiceId", service), ("BeginHash", begin), ("EndHash", end));

        Assert.Equal(expected, string.Join(' ', rows.Select(row => row["GrainId"]!.ToString()![5..]).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task are_deleted_at_their_version_only()
    {
        var version = await Upsert("a", hash: 5);

        Assert.Equal(0, await Delete(version + 1));
        Assert.Equal(1, await Delete(version));
        Assert.Equal(0, await Delete(version));
    }

    [Fact]
    public async Task made_anew_survive_a_delayed_delete_of_the_old()
    {
        var old = await Upsert("a", hash: 5);
        Assert.Equal(1, await Delete(old));
        await Upsert("a", hash: 5);

        Assert.Equal(0, await Delete(old));
        Assert.Single(await queries.Send("ReadReminderRowsKey", ("ServiceId", service), ("GrainId", "post/a")));
    }

    [Fact]
    public async Task of_one_service_go_without_the_others()
    {
        await Upsert("a", hash: 5);

        await queries.Send("DeleteReminderRowsKey", ("ServiceId", "another"));
        Assert.Single(await queries.Send("ReadReminderRowsKey", ("ServiceId", service), ("GrainId", "post/a")));
        await queries.Send("DeleteReminderRowsKey", ("ServiceId", service));
        Assert.Empty(await queries.Send("ReadReminderRowsKey", ("ServiceId", service), ("GrainId", "post/a")));
    }

    private async Task<int> Upsert(string grain, int hash)
    {
        var rows = await queries.Send(
            "UpsertReminderRowKey",
            ("ServiceId", service),
            ("GrainId", $"post/{grain}"),
            ("ReminderName", "due"),
            ("StartTime", Nine),
            ("Period", 60_000), // an int where it fits one, as Orleans sends it
            ("GrainHash", hash)
        );
        return (int)Assert.Single(rows)["Version"]!;
    }

    private async Task<int> Delete(int version)
    {
        var rows = await queries.Send(
            "DeleteReminderRowKey",
            ("ServiceId", service),
            ("GrainId", "post/a"),
            ("ReminderName", "due"),
            ("Version", version)
        );
        return Convert.ToInt32(Assert.Single(Assert.Single(rows).Values), CultureInfo.InvariantCulture);
    }
}
