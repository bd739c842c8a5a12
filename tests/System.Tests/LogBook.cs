using Npgsql;

namespace Campaigns.RunningSystem;

/// <summary>The log as it stands in the database, compared with what clients were told.</summary>
internal static class LogBook
{
    private const string Holes = """
        select 'positions ' || count(*) || ' to ' || max(position) || ', head ' || (select position from log.head)
        from log.events
        having count(*) <> max(position) or max(position) <> (select position from log.head)
        union all
        select 'stream ' || stream || ' holds ' || count(*) || ' to ' || max(version)
        from log.events group by stream having count(*) <> max(version) or min(version) <> 1
        """;

    private const string Lost = """
        select told.command || ' told at ' || told.position || ' is ' || count(e.position) || ' events, at ' || coalesce(max(e.position), 0)
        from unnest($1, $2, $3) told (command, version, position)
        left join log.events e on e.command_id = told.command
        group by told.command, told.version, told.position
        having count(e.position) <> 1 or max(e.version) <> told.version or max(e.position) <> told.position
        """;

    private const string Doubled = """
        select command_id || ' is there ' || count(*) || ' times'
        from log.events where command_id like 'load\_%' group by command_id having count(*) > 1
        """;

    /// <summary>
    /// Every command of the load makes one event: each one that was acknowledged is there once, where it was said to be; none is there twice;
    /// and neither the log nor any stream has a hole.
    /// </summary>
    public static async Task Holds(LiveSystem system, Load load)
    {
        await using var source = NpgsqlDataSource.Create(system.Database.SuperuserConnectionString);
        var told = load.Acknowledged.ToList();
        var wrong = new List<string>();
        foreach (var question in (string[])[Holes, Doubled, Lost])
        {
            await using var command = source.CreateCommand(question);
            if (question == Lost)
            {
                command.Parameters.Add(new() { Value = told.ConvertAll(one => one.Command) });
                command.Parameters.Add(new() { Value = told.ConvertAll(one => one.Version) });
                command.Parameters.Add(new() { Value = told.ConvertAll(one => one.Position) });
            }
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                wrong.Add(reader.GetString(0));
        }
        Assert.Empty(wrong);
    }
}
