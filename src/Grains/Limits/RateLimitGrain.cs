using Campaigns.Domain;
using Campaigns.Grains.EventSourcing;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Campaigns.Grains.Limits;

/// <summary>
/// Counts in memory, and writes its counts to grain storage: before it grants anything, or at most once a second and when it is moved or stopped,
/// as the limit says. Whichever silo it lives on next goes on from there.
/// </summary>
internal sealed class RateLimitGrain(Journal journal, ILogger<RateLimitGrain> logger) : Grain, IRateLimitGrain
{
    private const string StateName = "limits";

    private static readonly TimeSpan BetweenWrites = TimeSpan.FromSeconds(1);

    private GrainState<CountedRequests> counted = new(new());
    private IGrainTimer? timer;
    private bool read;
    private bool unwritten;

    private DateTimeOffset Now => journal.Clock.GetUtcNow();

    public async Task<RateVerdict> Take(RateLimit limit, ActorId person)
    {
        await Read(limit.WrittenFirst);
        var verdict = counted.State!.Take(limit, person.Value, Now);
        if (verdict is not RateVerdict.Granted)
            return verdict;

        unwritten = true;
        if (limit.WrittenFirst)
            await WriteFirst();
        else
            timer ??= this.RegisterGrainTimer(WriteIfChanged, BetweenWrites, BetweenWrites);
        return verdict;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => WriteIfChanged();

    // Where nothing need be written first, counting from nothing is better than turning everybody away.
    private async Task Read(bool must)
    {
        if (read)
            return;
        try
        {
            await journal.Snapshots.ReadStateAsync(StateName, this.GetGrainId(), counted);
            counted.State ??= new();
            read = true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            logger.LogWarning(e, "{Key}: what was counted could not be read", this.GetPrimaryKeyString());
            counted = new(new());
            if (must)
                throw Away();
        }
    }

    private async Task WriteFirst()
    {
        try
        {
            await Write();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            logger.LogWarning(e, "{Key}: what was counted could not be written", this.GetPrimaryKeyString());
            (read, unwritten) = (false, false); // it may be written, or another wrote: only the database knows
            throw Away();
        }
    }

    private async Task WriteIfChanged()
    {
        if (!unwritten)
            return;
        try
        {
            await Write();
        }
        catch (InconsistentStateException e)
        {
            logger.LogWarning(e, "{Key}: counted elsewhere as well; going on from there", this.GetPrimaryKeyString());
            (read, unwritten) = (false, false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            logger.LogWarning(e, "{Key}: what was counted could not be written; tried again soon", this.GetPrimaryKeyString());
        }
    }

    private async Task Write()
    {
        counted.State!.Prune(Now);
        await journal.Snapshots.WriteStateAsync(StateName, this.GetGrainId(), counted);
        unwritten = false;
    }

    private StoreAwayException Away() => new($"{this.GetPrimaryKeyString()}: the database that requests are counted in is away.");
}
