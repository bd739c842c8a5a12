using System.Threading.RateLimiting;

namespace Campaigns.Api.Media;

/// <summary>Room for a few uploads at once, since each keeps a whole file in memory. Nobody queues: who finds it full comes again.</summary>
internal sealed class UploadRoom : IDisposable
{
    private const int Places = 8;

    private readonly ConcurrencyLimiter _places = new(new() { PermitLimit = Places, QueueLimit = 0 });

    /// <summary>A place, if one is free, until it is disposed.</summary>
    public RateLimitLease Enter() => _places.AttemptAcquire();

    public void Dispose() => _places.Dispose();
}
