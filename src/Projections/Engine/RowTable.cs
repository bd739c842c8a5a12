using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Engine;

/// <summary>A row's name: whose it is, and which.</summary>
internal readonly record struct RowKey<TId>(string Tenant, TId Id);

/// <summary>The statements that load, write and delete many rows of a table at once, with one array parameter a column.</summary>
internal sealed class RowTable<TId, TRow>
    where TId : notnull
    where TRow : class
{
    private readonly string load;
    private readonly string insert;
    private readonly string upsert;
    private readonly string delete;
    private static readonly ReadTableAttribute Named = typeof(TRow).GetCustomAttribute<ReadTableAttribute>()!;
    private static readonly Func<TRow, string> TenantOf = Get<string>("Tenant");
    private static readonly Func<TRow, TId> IdOf = Get<TId>(Named.Id);
    private static readonly ConcurrentDictionary<string, RowTable<TId, TRow>> Known = new();

    private RowTable(string table)
    {
        var id = $"\"{JsonNamingPolicy.SnakeCaseLower.ConvertName(Named.Id)}\"";
        var columns = RecordMap<TRow>.Columns.Select(column => column.Name).ToList();
        var arrays = string.Join(", ", Enumerable.Range(1, columns.Count).Select(n => $"${n}"));
        var changes = columns.Where(name => name != id && name != "\"tenant\"").Select(name => $"{name} = excluded.{name}");
        var wanted = "unnest($1, $2) as wanted (tenant, id)";

        load = $"select {RecordMap<TRow>.Select("r")} from {wanted} join {table} r on r.tenant = wanted.tenant and r.{id} = wanted.id";
        delete = $"delete from {table} r using {wanted} where r.tenant = wanted.tenant and r.{id} = wanted.id";
        insert = $"insert into {table} ({string.Join(", ", columns)}) select * from unnest({arrays})";
        upsert = $"{insert} on conflict (tenant, {id}) do update set {string.Join(", ", changes)}";
    }

    /// <summary>The name that rows of this kind are read under, with its schema.</summary>
    public static string ReadName { get; } = $"read.{Named.Table}";

    /// <summary>One of the tables behind that name.</summary>
    public static RowTable<TId, TRow> Of(string table) => Known.GetOrAdd(table, static name => new(name));

    public static RowKey<TId> KeyOf(TRow row) => new(TenantOf(row), IdOf(row));

    /// <summary>Of a loaded row, whose other columns are not looked at.</summary>
    public static RowKey<TId> KeyOf(NpgsqlDataReader reader) =>
        new(
            reader.GetString(reader.GetOrdinal("tenant")),
            reader.GetFieldValue<TId>(reader.GetOrdinal(JsonNamingPolicy.SnakeCaseLower.ConvertName(Named.Id)))
        );

    public NpgsqlBatchCommand Loading(IReadOnlyCollection<RowKey<TId>> keys) => Keyed(load, keys);

    public NpgsqlBatchCommand Deleting(IReadOnlyCollection<RowKey<TId>> keys) => Keyed(delete, keys);

    /// <summary>Writes rows, of which there may be some already.</summary>
    public NpgsqlBatchCommand Writing(IReadOnlyCollection<TRow> rows) => Rows(upsert, rows);

    /// <summary>Writes rows that are not there yet: a tenth less work for the database.</summary>
    public NpgsqlBatchCommand Adding(IReadOnlyCollection<TRow> rows) => Rows(insert, rows);

    private static NpgsqlBatchCommand Rows(string statement, IReadOnlyCollection<TRow> rows)
    {
        var command = new NpgsqlBatchCommand(statement);
        foreach (var column in RecordMap<TRow>.Columns)
            command.Parameters.Add(column.ArrayOf(rows));
        return command;
    }

    private static NpgsqlBatchCommand Keyed(string statement, IReadOnlyCollection<RowKey<TId>> keys)
    {
        var tenants = new string[keys.Count];
        var ids = new TId[keys.Count];
        var i = 0;
        foreach (var key in keys)
            (tenants[i], ids[i++]) = (key.Tenant, key.Id);

        return new(statement)
        {
            Parameters =
            {
                new NpgsqlParameter<string[]> { TypedValue = tenants, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new NpgsqlParameter<TId[]> { TypedValue = ids, NpgsqlDbType = NpgsqlDbType.Array | IdType },
            },
        };
    }

    private static NpgsqlDbType IdType { get; } =
        typeof(TId) == typeof(Guid) ? NpgsqlDbType.Uuid
        : typeof(TId) == typeof(long) ? NpgsqlDbType.Bigint
        : NpgsqlDbType.Text;

    private static Func<TRow, T> Get<T>(string property) => typeof(TRow).GetProperty(property)!.GetMethod!.CreateDelegate<Func<TRow, T>>();
}
