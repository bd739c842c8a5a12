namespace Campaigns.Sandbox.Filming;

/// <summary>Numbers as H.264 writes them.</summary>
internal sealed class BitWriter(int capacity)
{
    private readonly List<byte> bytes = new(capacity);
    private int free; // bits left in the last byte

    public IReadOnlyList<byte> Bytes => bytes;

    public void Fixed(int value, int bits)
    {
        for (var i = bits - 1; i >= 0; i--)
        {
            if (free == 0)
            {
                bytes.Add(0);
                free = 8;
            }
            bytes[^1] |= (byte)((value >> i & 1) << --free);
        }
    }

    /// <summary>Exp-Golomb.</summary>
    public void Unsigned(int value)
    {
        var length = 32 - int.LeadingZeroCount(value + 1);
        Fixed(0, length - 1);
        Fixed(value + 1, length);
    }

    public void Align() => free = 0;

    /// <summary>Whole bytes, where one begins.</summary>
    public void Raw(ReadOnlySpan<byte> aligned) => bytes.AddRange(aligned);

    /// <summary>The bit that ends a unit.</summary>
    public void End()
    {
        Fixed(1, 1);
        Align();
    }
}
