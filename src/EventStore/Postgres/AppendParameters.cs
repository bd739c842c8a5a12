using Npgsql;
using NpgsqlTypes;

namespace Campaigns.EventStore.Postgres;

/// <summary>The arguments of <c>log.append</c>: an array a column.</summary>
internal static class AppendParameters
{
    public static void Fill(NpgsqlParameterCollection parameters, IReadOnlyList<PendingAppend> batch, TimeSpan lockPatience)
    {
        var count = batch.Sum(append => append.Events.Length);
        var streams = new string[count];
        var versions = new long[count];
        var ids = new Guid[count];
        var names = new string[count];
        var tenants = new string[count];
        var commands = new string?[count];
        var recorded = new DateTime[count];
        var metadata = new byte[count][];
        var data = new byte[count][];
        var keys = new Guid?[count];

        var row = 0;
        foreach (var append in batch)
        {
            var version = append.ExpectedVersion;
            foreach (ref readonly var e in append.Events.AsSpan())
            {
                streams[row] = append.Stream.Value;
                versions[row] = ++version;
                ids[row] = e.Id;
                names[row] = e.Name;
                tenants[row] = append.Stream.Tenant.Value;
                commands[row] = e.Command;
                recorded[row] = e.RecordedAt;
                metadata[row] = e.Metadata;
                data[row] = e.Data;
                keys[row] = e.KeyId;
                row++;
            }
        }

        Add($"{(long)lockPatience.TotalMilliseconds}ms", NpgsqlDbType.Text);
        var doubtful = batch.Where(append => append.IsDoubtful).ToArray();
        Add(Array.ConvertAll(doubtful, append => append.Stream.Value), NpgsqlDbType.Array | NpgsqlDbType.Text);
        Add(Array.ConvertAll(doubtful, append => append.ExpectedVersion), NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        Add(streams, NpgsqlDbType.Array | NpgsqlDbType.Text);
        Add(versions, NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        Add(ids, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        Add(names, NpgsqlDbType.Array | NpgsqlDbType.Text);
        Add(tenants, NpgsqlDbType.Array | NpgsqlDbType.Text);
        Add(commands, NpgsqlDbType.Array | NpgsqlDbType.Text);
        Add(recorded, NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);
        Add(metadata, NpgsqlDbType.Array | NpgsqlDbType.Bytea);
        Add(data, NpgsqlDbType.Array | NpgsqlDbType.Bytea);
        Add(keys, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

        void Add<T>(T value, NpgsqlDbType type) => parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
    }
}
