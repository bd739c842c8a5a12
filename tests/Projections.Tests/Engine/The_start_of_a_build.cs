using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using Npgsql;

namespace Campaigns.Projections.Tests.Engine;

public sealed class The_start_of_a_build(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    [Fact]
    public async Task of_an_older_version_never_begins_by_itself()
    {
        var newer = Counted.Version("outdated", 10);
        var older = Counted.Version("outdated", 9);
        Assert.Single((await Builds.ToFold(database.Silo, null, [newer], default)).Builds);

        var folding = await Builds.ToFold(database.Silo, null, [older], default);

        Assert.Empty(folding.Builds);
        Assert.Equal([older.Name], folding.Outdated);
        Assert.Equal(Started.NewerIsRead, await BuildStart.Try(database.Silo, null, older, StartOf.Newest, default));
        Assert.Equal(1L, await database.Silo.Ask("select count(*) from read.checkpoint where projection like 'outdated.%'"));
    }

    [Fact]
    public async Task lets_nobody_wait_long_for_a_reading_of_the_table_it_needs()
    {
        var projection = Counted.Version("tenants", 3);
        await using var reading = await database.Superuser.OpenConnectionAsync();
        await using (var transaction = await reading.BeginTransactionAsync())
        {
            foreach (var slot in (string[])["a", "b"])
                await using (var read = new NpgsqlCommand($"select count(*) from read.tenants_{slot}", reading, transaction))
                    await read.ExecuteScalarAsync();
            Assert.Equal(Started.TableInUse, await BuildStart.Try(database.Silo, null, projection, StartOf.New, default));
            Assert.Equal([projection.Name], (await Builds.ToFold(database.Silo, null, [projection], default)).Postponed);
        }

        Assert.Equal(Started.Begun, await BuildStart.Try(database.Silo, null, projection, StartOf.New, default));
        Assert.Equal(Started.Known, await BuildStart.Try(database.Silo, null, projection, StartOf.New, default));
    }

    [Fact]
    public async Task leaves_nobody_waiting_for_a_retry_in_the_table_that_it_replaced()
    {
        var counted = await new Counted(database.Silo).AtStart();
        var fresh = counted.Build with { Slot = "b", State = BuildState.Building };
        await database.Silo.Run("insert into read.checkpoint (projection, slot, state) values ($1, 'b', 'building')", counted.Name);
        await database.Silo.Run(
            """
            insert into read.parked (projection, position, stream, tenant, event, reason, parked_at, retry_asked_at)
            values ($1, 1, 'campaign-org_club/1', 'org_club', 'campaign.created.v1', '', now(), now())
            """,
            counted.Name
        );

        await Builds.Switch(database.Silo, null, fresh, LogPosition.Start, default);

        Assert.Equal(
            1L,
            await database.Silo.Ask("select count(*) from read.parked where projection = $1 and retry_asked_at is null", counted.Name)
        );
        await database.Silo.Run("update read.parked set retry_asked_at = now() where projection = $1", counted.Name);
        Assert.Empty(await ParkedEvents.Asked(database.Silo, [counted.Name], default)); // it lies in what is kept
    }
}
