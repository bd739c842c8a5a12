using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Campaigns.Keys;
using Microsoft.Extensions.DependencyInjection;
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

    /// <summary>
    /// Every command of the load makes one event: each one that was acknowledged is there once, where it was said to be; none is there twice;
    /// and neither the log nor any stream has a hole.
    /// </summary>
    public static async Task Holds(LiveSystem system, Load load)
    {
        var (there, at) = await ByCommand(system);
        List<string> wrong =
        [
            .. await HolesOf(system),
            .. there
                .Where(one => one.Key.StartsWith("load_", StringComparison.Ordinal) && one.Count() > 1)
                .Select(one => $"{one.Key} is there {one.Count()} times"),
        ];
        foreach (var told in load.Acknowledged)
            if (there[told.Command].ToList() is not [var (version, position)] || version != told.Version || position != told.Position)
                wrong.Add(
                    $"{told.Command} told at {told.Position} is [{string.Join(", ", there[told.Command])}]; there is {at.GetValueOrDefault(told.Position)}"
                );
        Assert.Empty(wrong);
    }

    private static async Task<List<string>> HolesOf(LiveSystem system)
    {
        await using var source = NpgsqlDataSource.Create(system.Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(Holes);
        await using var reader = await command.ExecuteReaderAsync();
        var holes = new List<string>();
        while (await reader.ReadAsync())
            holes.Add(reader.GetString(0));
        return holes;
    }

    /// <summary>Where the events of each command are. Which command it was lies under the tenant's key.</summary>
    private static async Task<(ILookup<string, (long Version, long Position)> Of, Dictionary<long, string> At)> ByCommand(LiveSystem system)
    {
        await using var source = NpgsqlDataSource.Create(LogConnectionSettings.Apply(new(system.Database.SiloConnectionString)));
        await using var services = new ServiceCollection()
            .AddTenantKeys(_ => source, new(system.MasterKey))
            .AddPostgresEventStore(_ => source)
            .BuildServiceProvider();
        var found = new List<(string Command, long Version, long Position)>();
        var at = new Dictionary<long, string>();
        await foreach (var recorded in services.GetRequiredService<IEventStore>().ReadAll(LogPosition.Start))
        {
            var position = (long)recorded.Position.ToUInt64();
            at[position] = $"{recorded.Stream} {recorded.Version}, {recorded.Event} by {recorded.Metadata.Command}";
            if (recorded.Metadata.Command is { } command)
                found.Add((command.Value, recorded.Version, position));
        }
        return (found.ToLookup(one => one.Command, one => (one.Version, one.Position)), at);
    }
}
