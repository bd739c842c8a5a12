using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Campaigns.Api.Auth;

/// <summary>
/// Session tokens whose signature was found good: a front end shows the same one for a minute, and a signature costs more than all else. One is
/// known by its SHA-256, so that no token is kept; it counts as long as its key does, and its time is looked at each time.
/// </summary>
internal sealed class VerifiedSessions(SigningKeys keys, TimeProvider clock)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<Digest, Verified> known = new();

    /// <summary>Who shows it; null when it must be looked at in full.</summary>
    public Caller? Find(string token)
    {
        var digest = Digest.Of(token);
        if (!known.TryGetValue(digest, out var verified))
            return null;
        // A key that was withdrawn, or loaded anew as another one, vouches for nothing any more.
        var now = clock.GetUtcNow();
        if (keys.Current(verified.Key.KeyId) == verified.Key && now >= verified.Session.From && now < verified.Session.Caller.Until)
            return verified.Session.Caller;
        known.TryRemove(digest, out _);
        return null;
    }

    /// <summary>Keeps one whose signature is good.</summary>
    public void Keep(string token, SecurityKey key, Session session)
    {
        if (known.Count >= Most)
            Forget();
        known[Digest.Of(token)] = new(key, session);
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (digest, verified) in known)
            if (now >= verified.Session.Caller.Until)
                known.TryRemove(digest, out _);
        if (known.Count >= Most)
            known.Clear(); // cheaper than keeping account of who came last
    }

    private sealed record Verified(SecurityKey Key, Session Session);

    private readonly record struct Digest(UInt128 First, UInt128 Second)
    {
        public static Digest Of(string token)
        {
            Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
            var longest = Encoding.UTF8.GetMaxByteCount(token.Length);
            Span<byte> text = longest <= 4096 ? stackalloc byte[longest] : new byte[longest];
            SHA256.HashData(text[..Encoding.UTF8.GetBytes(token, text)], bytes);
            return System.Runtime.InteropServices.MemoryMarshal.Read<Digest>(bytes);
        }
    }
}
