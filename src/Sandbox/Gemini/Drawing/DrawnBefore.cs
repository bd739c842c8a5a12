using System.Collections.Concurrent;

namespace Campaigns.Sandbox.Gemini.Drawing;

/// <summary>
/// The last pictures that were drawn: the same prompt gets the same one, and hundreds that ask for it at one instant shall not wait for the
/// drawing. What they wait for is what a fault tells.
/// </summary>
internal static class DrawnBefore
{
    private const int Most = 128;

    private static readonly ConcurrentDictionary<Wish, Lazy<byte[]>> Drawn = new();
    private static readonly ConcurrentQueue<Wish> Oldest = new();

    public static byte[] Or(Wish wish, Func<byte[]> draw)
    {
        var mine = new Lazy<byte[]>(draw);
        var kept = Drawn.GetOrAdd(wish, mine);
        if (ReferenceEquals(kept, mine))
        {
            Oldest.Enqueue(wish);
            if (Oldest.Count > Most && Oldest.TryDequeue(out var oldest))
                Drawn.TryRemove(oldest, out _);
        }
        return kept.Value;
    }

    /// <summary>What tells one picture from another.</summary>
    internal sealed record Wish(int Width, int Height, string Instruction, string Prompt);
}
