using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace Campaigns.Integrations.Rube;

/// <summary>Sessions that servers have opened, one a token, by a hash of it: the token itself is kept nowhere. Bounded.</summary>
internal sealed class McpSessions : IDisposable
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly MemoryCache sessions = new(new MemoryCacheOptions { SizeLimit = 1_000 });

    public string? Of(string token) => sessions.Get<string>(Key(token));

    public void Remember(string token, string session) =>
        sessions.Set(Key(token), session, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Forgotten });

    public void Forget(string token) => sessions.Remove(Key(token));

    public void Dispose() => sessions.Dispose();

    private static string Key(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
