using System.Collections.Concurrent;
using System.Threading.Channels;
using Campaigns.Api.Auth;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.Members;

/// <summary>
/// Tells the directory whom tokens show, beside the requests: who is new, has another role or was not told of for a while, and which service
/// tokens are used. What cannot be told, or is too much, is told the next time.
/// </summary>
internal sealed class Sightings(IGrainFactory grains, TimeProvider clock, ILogger<Sightings> log) : BackgroundService
{
    /// <summary>How long a sighting is not told again.</summary>
    public static readonly TimeSpan Person = TimeSpan.FromHours(1);

    /// <summary>The same of a service token.</summary>
    public static readonly TimeSpan Token = TimeSpan.FromMinutes(1);

    private const int MostKnown = 50_000;

    private readonly ConcurrentDictionary<(TenantId, ActorId), (string Role, DateTimeOffset At)> told = new();
    private readonly Channel<Caller> waiting = Channel.CreateBounded<Caller>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    /// <summary>Notes a caller; costs a look into a dictionary.</summary>
    public void Note(Caller caller)
    {
        var (key, now) = ((caller.Tenant, caller.User), clock.GetUtcNow());
        if (told.TryGetValue(key, out var last) && last.Role == caller.Role && now - last.At < (caller.Key is null ? Person : Token))
            return;
        if (told.Count >= MostKnown)
            told.Clear(); // cheaper than keeping account of who came last
        if (waiting.Writer.TryWrite(caller))
            told[key] = (caller.Role, now);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var caller in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                var directory = grains.Directory();
                await (
                    caller.Key is { } token ? directory.Used(caller.Tenant, token) : directory.Saw(caller.Tenant, caller.User, caller.Role)
                ).WaitAsync(stoppingToken);
            }
            // Whatever keeps the directory from answering comes as one of many exceptions.
            catch (Exception away) when (away is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                told.TryRemove((caller.Tenant, caller.User), out _);
                log.LogInformation("{User} was seen, and the directory could not be told: {Reason}", caller.User, away.Message);
            }
        }
    }
}
