using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>
/// A writer: appends that wait for it at the same time go to the database as one statement and one commit. It waits for nobody:
/// a lone append is sent at once, and whatever arrives while a batch is under way makes up the next.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly AppendQueue queue;
    private readonly AppendConnection database;
    private readonly SeenVersions seen = new();
    private readonly ILogger log;
    private readonly Task running;

    public GroupCommit(NpgsqlDataSource source, PostgresEventStoreOptions options, ILogger log)
    {
        queue = new(options);
        database = new(source, options, seen.Clear);
        this.log = log;
        // Off the caller's scheduler: a grain's must not become the writer's. And off its context: the request that happens to be the first
        // must not become the trace of everything that is ever written.
        using (ExecutionContext.SuppressFlow())
            running = Task.Run(Run);
    }

    /// <summary>False when too many wait already, or the log is closing.</summary>
    public bool TryAdd(PendingAppend append) => queue.TryAdd(append);

    public async ValueTask DisposeAsync()
    {
        queue.Close();
        await running;
        await database.DisposeAsync();
    }

    private async Task Run()
    {
        while (await queue.WaitForMore())
        {
            var batch = queue.Take();
            await CommitOrFail(batch);
            // Those who were just answered are about to run on this thread; what they append next belongs into the next batch.
            if (batch.Count > 1)
                await Task.Yield();
        }
    }

    /// <summary>Answers every append of the batch. Never throws: were the writer to stop, all later appends would wait for ever.</summary>
    private async Task CommitOrFail(List<PendingAppend> batch)
    {
        try
        {
            await Commit(batch);
        }
        catch (Exception unforeseen)
        {
            // Not known whether it is stored: the same as after an outage, and callers know what to do then.
            foreach (var append in batch)
                append.Fail(Outage.Unavailable(unforeseen));
            log.LogError(
                unforeseen,
                "The event log's writer met what was not foreseen; up to {Appends} appends are rejected.",
                batch.Count
            );
        }
    }

    /// <summary>Answers every append of the batch.</summary>
    private async Task Commit(List<PendingAppend> batch)
    {
        var cuts = 0;
        while (batch.Count > 0)
        {
            try
            {
                batch = await CommitTogether(batch);
            }
            // The connection was cut, and the batch may be committed or not. Sent once more with every version compared, it is either
            // written now, or found to be there by its events' ids.
            catch (Exception cut) when (Outage.IsCut(cut) && cuts++ == 0)
            {
                await database.Drop();
                Doubt(batch);
            }
            catch (Exception outage) when (Outage.Is(outage))
            {
                await database.Drop();
                Reject(batch, outage);
                return;
            }
            // Another silo appended to one of the streams that were not compared, for the first time since we did.
            catch (PostgresException e)
                when (e.SqlState == PostgresErrorCodes.UniqueViolation && batch.Exists(append => !append.IsDoubtful))
            {
                Doubt(batch);
            }
            // The database says no to something in it, and no retry will change that: the halves are tried until it stands alone.
            catch (Exception refused)
            {
                if (batch.Count == 1)
                {
                    batch[0].Fail(refused);
                    return;
                }
                var half = batch.Count / 2;
                await Commit(batch[..half]);
                await Commit(batch[half..]);
                return;
            }
        }
    }

    /// <summary>Writes all of the batch; or, when streams in it have moved, answers those and gives what is left to write.</summary>
    private async Task<List<PendingAppend>> CommitTogether(List<PendingAppend> batch)
    {
        // Streams only grow: below a version that was seen there is nothing to try.
        if (batch.Exists(append => seen.Of(append.Stream) > append.ExpectedVersion))
            return await Part(batch, append => seen.Of(append.Stream) > append.ExpectedVersion);

        foreach (var append in batch)
            append.IsDoubtful |= append.ExpectedVersion != (seen.Of(append.Stream) ?? 0);
        var answer = await Send(batch);
        if (answer.Stale.Count > 0)
            return await Part(batch, append => answer.Stale.Contains(append.Stream.Value));

        var position = answer.Before;
        foreach (var append in batch)
        {
            position += append.Events.Length;
            seen.Remember(append.Stream, append.ExpectedVersion + append.Events.Length);
            append.Acknowledge(position);
        }
        return [];
    }

    private async Task<AppendAnswer> Send(List<PendingAppend> batch)
    {
        if (!AppendTelemetry.BatchesAreWatched)
            return await database.Send(batch);
        var begun = Stopwatch.GetTimestamp();
        var answer = await database.Send(batch);
        AppendTelemetry.Batch(batch, Stopwatch.GetElapsedTime(begun));
        return answer;
    }

    private async Task<List<PendingAppend>> Part(List<PendingAppend> batch, Predicate<PendingAppend> hasMoved)
    {
        var moved = batch.FindAll(hasMoved);
        var rest = batch.FindAll(append => !hasMoved(append));
        await AnswerMoved(moved);
        return rest;
    }

    private async Task AnswerMoved(List<PendingAppend> moved)
    {
        var places = await database.Look(moved);
        foreach (var (append, place) in moved.Zip(places))
        {
            seen.Remember(append.Stream, place.Version);
            if (place.Holds(append))
                append.Acknowledge(place.LastPosition);
            else
                append.Fail(new StreamMovedException(append.Stream, append.ExpectedVersion, place.Version));
        }
    }

    private void Reject(List<PendingAppend> batch, Exception outage)
    {
        // Those who wait behind it would only wait for the same answer.
        List<PendingAppend> rejected = [.. batch, .. queue.TakeAll()];
        foreach (var append in rejected)
            append.Fail(Outage.Unavailable(outage));
        log.LogWarning(outage, "The event log is not available; {Appends} appends are rejected.", rejected.Count);
    }

    private static void Doubt(List<PendingAppend> batch)
    {
        foreach (var append in batch)
            append.IsDoubtful = true;
    }
}
