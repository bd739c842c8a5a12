using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Engine;

/// <summary>One column of a record's table: its name, and the way in and out.</summary>
internal abstract class Column<TRow>(string name, NpgsqlDbType type)
{
    /// <summary>Quoted: some of our words are SQL's too.</summary>
    public string Name { get; } = $"\"{name}\"";

    /// <summary>This column of many rows, as one array parameter.</summary>
    public abstract NpgsqlParameter ArrayOf(IReadOnlyCollection<TRow> rows);

    protected NpgsqlDbType ArrayType { get; } = NpgsqlDbType.Array | type;
}

/// <summary>A column whose value <typeparamref name="TValue"/> is stored as <typeparamref name="TStored"/>.</summary>
internal sealed class Column<TRow, TValue, TStored>(
    string name,
    NpgsqlDbType type,
    Func<TRow, TValue> get,
    Func<TValue, TStored> store,
    Func<TStored, TValue> load
) : Column<TRow>(name, type)
{
    public override NpgsqlParameter ArrayOf(IReadOnlyCollection<TRow> rows)
    {
        var values = new TStored[rows.Count];
        var i = 0;
        foreach (var row in rows)
            values[i++] = store(get(row));
        return new NpgsqlParameter<TStored[]> { TypedValue = values, NpgsqlDbType = ArrayType };
    }

    /// <summary>Called from the record's compiled constructor call.</summary>
    public TValue Read(NpgsqlDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? default! : load(reader.GetFieldValue<TStored>(ordinal));
}

/// <summary>Finds the column for a property by its type: scalars as what they are, enums as words, everything else as <c>jsonb</c>.</summary>
internal static class Column
{
    public static Column<TRow> For<TRow>(ParameterInfo parameter, PropertyInfo property)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        var type = property.PropertyType;
        var isPlace = parameter.IsDefined(typeof(LogPlaceAttribute));

        if (isPlace)
            return new Column<TRow, string, long>(
                name,
                NpgsqlDbType.Bigint,
                Get<TRow, string>(property),
                long.Parse,
                stored => $"{stored}"
            );
        if (type == typeof(DateTimeOffset))
            return new Column<TRow, DateTimeOffset, DateTime>(
                name,
                NpgsqlDbType.TimestampTz,
                Get<TRow, DateTimeOffset>(property),
                Utc,
                FromUtc
            );
        if (type == typeof(DateTimeOffset?))
            return new Column<TRow, DateTimeOffset?, DateTime?>(
                name,
                NpgsqlDbType.TimestampTz,
                Get<TRow, DateTimeOffset?>(property),
                value => value is { } at ? Utc(at) : null,
                stored => FromUtc(stored!.Value)
            );

        if (type == typeof(JsonElement))
            return new Column<TRow, JsonElement, byte[]>(
                name,
                NpgsqlDbType.Jsonb,
                Get<TRow, JsonElement>(property),
                value => JsonMarshal.GetRawUtf8Value(value).ToArray(), // as it was written: printing it again would be most of the work
                stored => JsonElement.Parse(stored)
            );

        return Plain<TRow, string>(name, property, NpgsqlDbType.Text)
            ?? Plain<TRow, Guid>(name, property, NpgsqlDbType.Uuid)
            ?? Plain<TRow, Guid?>(name, property, NpgsqlDbType.Uuid)
            ?? Plain<TRow, long>(name, property, NpgsqlDbType.Bigint)
            ?? Plain<TRow, long?>(name, property, NpgsqlDbType.Bigint)
            ?? Plain<TRow, int>(name, property, NpgsqlDbType.Integer)
            ?? Plain<TRow, int?>(name, property, NpgsqlDbType.Integer)
            ?? Plain<TRow, decimal>(name, property, NpgsqlDbType.Numeric)
            ?? Plain<TRow, decimal?>(name, property, NpgsqlDbType.Numeric)
            ?? Plain<TRow, DateOnly>(name, property, NpgsqlDbType.Date)
            ?? Plain<TRow, bool>(name, property, NpgsqlDbType.Boolean)
            ?? Converted<TRow>(name, property);
    }

    private static Column<TRow>? Plain<TRow, T>(string name, PropertyInfo property, NpgsqlDbType type) =>
        property.PropertyType == typeof(T)
            ? new Column<TRow, T, T>(name, type, Get<TRow, T>(property), value => value, stored => stored)
            : null;

    private static Column<TRow> Converted<TRow>(string name, PropertyInfo property)
    {
        var word = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var make = word.IsEnum ? nameof(Word) : nameof(Json);
        return (Column<TRow>)
            typeof(Column)
                .GetMethod(make, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(typeof(TRow), property.PropertyType)
                .Invoke(null, [name, property])!;
    }

    private static Column<TRow, T, string?> Word<TRow, T>(string name, PropertyInfo property) =>
        new(
            name,
            NpgsqlDbType.Text,
            Get<TRow, T>(property),
            value => value is null ? null : Words.Of(value),
            stored => Words.Read<T>(stored!)
        );

    private static Column<TRow, T, string?> Json<TRow, T>(string name, PropertyInfo property) =>
        new(
            name,
            NpgsqlDbType.Jsonb,
            Get<TRow, T>(property),
            value => value is null ? null : JsonSerializer.Serialize(value, RowJson.Options),
            stored => JsonSerializer.Deserialize<T>(stored!, RowJson.Options)!
        );

    private static Func<TRow, T> Get<TRow, T>(PropertyInfo property) => property.GetMethod!.CreateDelegate<Func<TRow, T>>();

    private static DateTime Utc(DateTimeOffset at) => at.UtcDateTime;

    private static DateTimeOffset FromUtc(DateTime stored) => new(stored, TimeSpan.Zero);
}
