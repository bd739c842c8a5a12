using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Engine;

/// <summary>
/// The right to fold the log, of one runner at a time. It ends by the database's clock unless it is renewed. Each taking has an epoch of its
/// own, which is looked at in every transaction that writes: a runner that slept through its end writes nothing any more.
/// </summary>
internal sealed class RunnerLease
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(400);

    /// <summary>A live build of a read model that a program has in another version only.</summary>
    private const string Unknown =
        "select from read.checkpoint where state = 'live' and projection <> all ($3) "
        + "and split_part(projection, '.', 1) in (select split_part(name, '.', 1) from unnest($3) known (name))";

    private readonly NpgsqlDataSource source;
    private readonly string[] names;
    private readonly TimeProvider clock;
    private readonly long epoch;

    private RunnerLease(NpgsqlDataSource source, string[] names, TimeProvider clock, long epoch) =>
        (this.source, this.names, this.clock, this.epoch) = (source, names, clock, epoch);

    /// <summary>
    /// Waits until nobody has it, or only one who cannot fold all that is read, where this program can; and takes it.
    /// </summary>
    /// <param name="source">As the role <c>campaigns_silo</c>.</param>
    /// <param name="owner">Who takes it; what it had before, it takes again at once.</param>
    /// <param name="names">The projections that the program has.</param>
    /// <param name="clock">For the waiting between two looks.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public static async Task<RunnerLease> Take(
        NpgsqlDataSource source,
        string owner,
        string[] names,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        while (true)
        {
            if (await TryTake(source, owner, names, ct) is { } epoch)
                return new(source, names, clock, epoch);
            await Task.Delay(LookEvery, clock, ct);
        }
    }

    /// <summary>Gives a row while the lease is this one, and lets nobody else take it until the transaction ends.</summary>
    public NpgsqlBatchCommand Holding() =>
        // A key share: renewing may go on meanwhile, taking over must wait. The commit waits for no disk: rows that a dying database loses, it
        // loses together with their checkpoint, and the log, which was never lost, is folded into them again.
        new(
            """
            select set_config('application_name', $2, true), set_config('synchronous_commit', 'off', true)
            from read.lease where epoch = $1 for key share
            """
        )
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = epoch },
                new NpgsqlParameter<string> { TypedValue = WriterOf(epoch) },
            },
        };

    /// <summary>Makes sure of the lease, for a transaction that is to write.</summary>
    /// <exception cref="LeaseLostException">It is another's.</exception>
    public async Task Hold(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Holding() } };
        if (await batch.ExecuteScalarAsync(ct) is null)
            throw new LeaseLostException();
    }

    /// <summary>Renews it until told to stop, and says whether something is read that this program cannot fold.</summary>
    /// <exception cref="LeaseLostException">It is another's.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task Keep(CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(RenewEvery, clock, ct);
            await using var command = source.CreateCommand(
                $"""
                update read.lease set expires_at = clock_timestamp() + $2, is_partial = exists ({Unknown})
                where epoch = $1 and owner is not null
                """
            );
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = epoch });
            command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = Length, NpgsqlDbType = NpgsqlDbType.Interval });
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = names });
            if (await command.ExecuteNonQueryAsync(ct) == 0)
                throw new LeaseLostException();
        }
    }

    /// <summary>Gives it back, so that a successor need not wait for its end.</summary>
    /// <exception cref="NpgsqlException">The database is away: it ends by itself.</exception>
    public async Task Release(CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "update read.lease set owner = null, expires_at = '-infinity', epoch = epoch + 1 where epoch = $1"
        );
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = epoch });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<long?> TryTake(NpgsqlDataSource source, string owner, string[] names, CancellationToken ct)
    {
        if (await Free(source, owner, names, ct) is not { } seen)
            return null;

        // A holder that was stopped in mid-transaction would keep its locks for as long as it sleeps.
        await using (
            var end = source.CreateCommand(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()"
            )
        )
        {
            end.Parameters.Add(new NpgsqlParameter<string> { TypedValue = WriterOf(seen) });
            await end.ExecuteNonQueryAsync(ct);
        }

        await using var take = source.CreateCommand(
            """
            with free as (
              select one from read.lease where epoch = $1 and (expires_at < clock_timestamp() or owner = $2 or is_partial) for update
            )
            update read.lease l set owner = $2, epoch = l.epoch + 1, expires_at = clock_timestamp() + $3, is_partial = false
            from free where free.one = l.one
            returning l.epoch
            """
        );
        take.Parameters.Add(new NpgsqlParameter<long> { TypedValue = seen });
        take.Parameters.Add(new NpgsqlParameter<string> { TypedValue = owner });
        take.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = Length, NpgsqlDbType = NpgsqlDbType.Interval });
        return (long?)await take.ExecuteScalarAsync(ct);
    }

    /// <summary>The epoch that has ended, or is the owner's own, or may be taken over; null while another holds it rightly.</summary>
    private static async Task<long?> Free(NpgsqlDataSource source, string owner, string[] names, CancellationToken ct)
    {
        await using var look = source.CreateCommand(
            $"""
            select epoch from read.lease
            where expires_at < clock_timestamp() or owner = $1 or (is_partial and $2 and not exists ({Unknown}))
            """
        );
        look.Parameters.Add(new NpgsqlParameter<string> { TypedValue = owner });
        look.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = names.Length > 0 });
        look.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = names });
        return (long?)await look.ExecuteScalarAsync(ct);
    }

    /// <summary>How the writing transactions of an epoch are known to the database.</summary>
    private static string WriterOf(long epoch) => $"campaigns-projections, epoch {epoch}";
}
