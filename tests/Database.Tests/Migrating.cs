using Npgsql;

namespace Campaigns.Database.Tests;

public sealed class Migrating(EmptyDatabase database) : IClassFixture<EmptyDatabase>
{
    [Fact]
    public async Task twice_applies_each_script_once_in_order_even_when_two_start_at_once()
    {
        var both = await Task.WhenAll(DatabaseMigrator.Migrate(database.Owner), DatabaseMigrator.Migrate(database.Owner));

        Assert.Equal(DatabaseMigrator.Scripts, both.SelectMany(applied => applied));
        Assert.Empty(await DatabaseMigrator.Migrate(database.Owner));
        Assert.Equal(DatabaseMigrator.Scripts, await Journal());
    }

    private async Task<List<string>> Journal()
    {
        await using var source = NpgsqlDataSource.Create(database.Owner.ConnectionString);
        await using var question = source.CreateCommand("select scriptname from migrations.applied order by schemaversionsid");
        await using var answer = await question.ExecuteReaderAsync();
        var names = new List<string>();
        while (await answer.ReadAsync())
            names.Add(answer.GetString(0));
        return names;
    }
}
