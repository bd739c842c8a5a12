using Npgsql;

namespace Campaigns.Bench.Due;

/// <summary>
/// The plain way: a table of jobs whose containers are made ahead, looked at each half second; whoever finds due ones locks them, makes
/// the calls, and commits. It promises less: what was called when the process died is called again.
/// </summary>
internal sealed class PostgresQueue(NpgsqlDataSource source, Platform platform, Func<int, string> tokenOf)
{
    private const int AtOnce = 64;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    /// <summary>Uploads every post, and puts it into the table.</summary>
    public async Task Prepare(IReadOnlyList<Post> posts, Uri picture, Func<IReadOnlyList<Post>> dated)
    {
        var containers = new string[posts.Count];
        await Parallel.ForAsync(
            0,
            posts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (n, _) => containers[n] = await platform.Upload(tokenOf(posts[n].Account), picture, posts[n].Caption)
        );
        var due = dated();
        await using var fill = source.CreateCommand(
            "create table public.jobs (due_at timestamptz, account int, container text primary key, done boolean default false)"
        );
        await fill.ExecuteNonQueryAsync();
        await using var insert = source.CreateCommand(
            "insert into public.jobs (due_at, account, container) select * from unnest($1, $2, $3)"
        );
        insert.Parameters.Add(new() { Value = due.Select(post => post.DueAt.UtcDateTime).ToArray() });
        insert.Parameters.Add(new() { Value = due.Select(post => post.Account).ToArray() });
        insert.Parameters.Add(new() { Value = containers });
        await insert.ExecuteNonQueryAsync();
        await using var index = source.CreateCommand("create index on public.jobs (due_at) where not done");
        await index.ExecuteNonQueryAsync();
    }

    /// <summary>Works until so many are done.</summary>
    public async Task Run(int jobs)
    {
        using var tick = new PeriodicTimer(Poll);
        while (jobs > 0)
        {
            var took = await Take();
            jobs -= took;
            if (took == 0)
                await tick.WaitForNextTickAsync();
        }
    }

    private async Task<int> Take()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        List<(int Account, string Container)> taken = [];
        await using (
            var take = new NpgsqlCommand(
                "select account, container from public.jobs where not done and due_at <= $1 order by due_at limit 256 for update skip locked",
                connection
            )
        )
        {
            take.Parameters.Add(new() { Value = TimeProvider.System.GetUtcNow().UtcDateTime });
            await using var reader = await take.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                taken.Add((reader.GetInt32(0), reader.GetString(1)));
        }
        await Parallel.ForEachAsync(
            taken,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (job, _) => await platform.Publish(tokenOf(job.Account), job.Container)
        );
        await using var done = new NpgsqlCommand("update public.jobs set done = true where container = any ($1)", connection);
        done.Parameters.Add(new() { Value = taken.Select(job => job.Container).ToArray() });
        await done.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return taken.Count;
    }
}
