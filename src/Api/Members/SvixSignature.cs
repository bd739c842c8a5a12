using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Api.Members;

/// <summary>How a message says who sent it: Svix's scheme, which is that of Standard Webhooks.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Timestamp">When it was signed, seconds since 1970, as it was written.</param>
/// <param name="Signatures">One or more, with blanks between.</param>
internal sealed record SvixSignature(string Id, string Timestamp, string Signatures)
{
    /// <summary>How far a message's time may be from ours, either way: older ones may be repeated by whoever once saw them.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private const int LongestId = 200;
    private const int MostSignatures = 8;

    /// <summary>Whether the sender knew the key, a short time ago. It takes as long whatever differs.</summary>
    public bool Holds(ReadOnlySpan<byte> body, ReadOnlySpan<byte> key, DateTimeOffset now)
    {
        if (Id.Length is 0 or > LongestId || !IsNow(now))
            return false;
        var head = Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.");
        Span<byte> wanted = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, [.. head, .. body], wanted);
        var holds = false;
        foreach (var signature in Signatures.Split(' ').Take(MostSignatures))
            holds |= Matches(signature, wanted);
        return holds;
    }

    private bool IsNow(DateTimeOffset now) =>
        long.TryParse(Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((now.ToUnixTimeMilliseconds() / 1000m) - seconds) <= (decimal)Tolerance.TotalSeconds;

    private static bool Matches(string signature, ReadOnlySpan<byte> wanted)
    {
        Span<byte> shown = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature.StartsWith("v1,", StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature[3..], shown, out var length)
            && length == shown.Length
            && CryptographicOperations.FixedTimeEquals(shown, wanted);
    }
}
