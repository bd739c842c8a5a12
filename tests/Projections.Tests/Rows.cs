using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using Npgsql;

namespace Campaigns.Projections.Tests;

/// <summary>Rows as events make them, without a database; and as a table holds them.</summary>
internal static class Rows
{
    /// <summary>What is left of folding these events from nothing.</summary>
    public static IReadOnlyList<TRow> From<TId, TRow>(IRowProjection<TId, TRow> projection, IEnumerable<RecordedEvent> events)
        where TId : notnull
        where TRow : class
    {
        var rows = new Dictionary<RowKey<TId>, TRow>();
        foreach (var recorded in events)
        {
            if (projection.Categories.Count > 0 && !projection.Categories.Contains(recorded.Stream.Category))
                continue;
            foreach (var id in projection.KeysOf(recorded))
            {
                var key = new RowKey<TId>(recorded.Tenant.Value, id);
                var before = rows.GetValueOrDefault(key);
                if (before is not null && !projection.IsOf(before, recorded))
                    continue;
                if (projection.Fold(id, before, recorded) is { } row)
                    rows[key] = row;
                else
                    rows.Remove(key);
            }
        }
        return [.. rows.Values];
    }

    /// <summary>All rows of a table, whoever owns them.</summary>
    public static async Task<IReadOnlyList<TRow>> In<TRow>(NpgsqlDataSource source, string slot = "")
    {
        var table = ((ReadTableAttribute)Attribute.GetCustomAttribute(typeof(TRow), typeof(ReadTableAttribute))!).Table;
        await using var command = source.CreateCommand($"select {RecordMap<TRow>.Select("r")} from read.{table}{slot} r");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<TRow>();
        while (await reader.ReadAsync())
            rows.Add(RecordMap<TRow>.Read(reader));
        return rows;
    }

    /// <summary>One text for equal rows, in whatever order they and their JSON members come.</summary>
    public static string Canonical<TRow>(IEnumerable<TRow> rows) =>
        string.Join('\n', rows.Select(row => Sorted(JsonSerializer.SerializeToNode(row, RowJson.Options))!.ToJsonString()).Order());

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject o => new JsonObject(o.OrderBy(p => p.Key).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
            JsonArray a => new JsonArray([.. a.Select(Sorted)]),
            _ => node?.DeepClone(),
        };
}
