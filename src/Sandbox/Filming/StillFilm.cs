using System.Buffers.Binary;
using SkiaSharp;

namespace Campaigns.Sandbox.Filming;

/// <summary>
/// A picture that stands still, as H.264 (baseline): the first frame in plain samples (I_PCM), each next one nothing but skipped macroblocks. No
/// encoder is needed, and every player knows it.
/// </summary>
internal sealed class StillFilm(SKBitmap picture)
{
    private const byte Sequence = 0x67;
    private const byte Picture = 0x68;
    private const byte KeySlice = 0x65;
    private const byte Slice = 0x41;
    private const int FrameNumberBits = 4;

    private readonly int columns = (picture.Width + 15) / 16;
    private readonly int rows = (picture.Height + 15) / 16;

    public int Width => picture.Width;

    public int Height => picture.Height;

    /// <summary>The content of "avcC".</summary>
    public byte[] Configuration()
    {
        var (sequence, set) = (SequenceSet(), PictureSet());
        return
        [
            1,
            .. sequence[1..4], // profile, constraints, level
            0xFF, // lengths of four bytes
            0xE1, // one sequence
            0,
            (byte)sequence.Length,
            .. sequence,
            1,
            0,
            (byte)set.Length,
            .. set,
        ];
    }

    /// <summary>The frame that holds the picture.</summary>
    public byte[] First()
    {
        var bits = new BitWriter(columns * rows * 386);
        bits.Unsigned(0); // first macroblock
        bits.Unsigned(7); // all of it is I
        bits.Unsigned(0); // picture set
        bits.Fixed(0, FrameNumberBits);
        bits.Unsigned(0); // which key picture
        bits.Fixed(0, 2); // reference marking
        bits.Unsigned(0); // quantizer, as signed 0
        var pixels = picture.Pixels;
        Span<byte> block = stackalloc byte[384];
        for (var row = 0; row < rows; row++)
        for (var column = 0; column < columns; column++)
        {
            bits.Unsigned(25); // I_PCM
            bits.Align();
            Sample(pixels, column * 16, row * 16, block);
            bits.Raw(block);
        }
        bits.End();
        return WithLength(KeySlice, bits);
    }

    /// <summary>A frame that repeats it, counted from the first, which is 0.</summary>
    public byte[] Again(int frame)
    {
        var bits = new BitWriter(16);
        bits.Unsigned(0); // first macroblock
        bits.Unsigned(5); // all of it is P
        bits.Unsigned(0); // picture set
        bits.Fixed(frame % (1 << FrameNumberBits), FrameNumberBits);
        bits.Fixed(0, 3); // reference count, their order, their marking: as before
        bits.Unsigned(0); // quantizer, as signed 0
        bits.Unsigned(columns * rows); // so many skipped
        bits.End();
        return WithLength(Slice, bits);
    }

    /// <summary>A macroblock: 256 of brightness, 64 each of the two colours (BT.709, narrow range).</summary>
    private void Sample(SKColor[] pixels, int left, int top, Span<byte> block)
    {
        SKColor At(int x, int y) => pixels[Math.Min(top + y, Height - 1) * Width + Math.Min(left + x, Width - 1)];
        for (var y = 0; y < 16; y++)
        for (var x = 0; x < 16; x++)
        {
            var c = At(x, y);
            block[y * 16 + x] = (byte)(16 + (0.1826 * c.Red) + (0.6142 * c.Green) + (0.0620 * c.Blue));
        }
        for (var y = 0; y < 8; y++)
        for (var x = 0; x < 8; x++)
        {
            var c = At(x * 2, y * 2);
            block[256 + y * 8 + x] = (byte)(128 - (0.1006 * c.Red) - (0.3386 * c.Green) + (0.4392 * c.Blue));
            block[320 + y * 8 + x] = (byte)(128 + (0.4392 * c.Red) - (0.3989 * c.Green) - (0.0403 * c.Blue));
        }
    }

    private byte[] SequenceSet()
    {
        var (right, bottom) = (columns * 16 - Width, rows * 16 - Height);
        var bits = new BitWriter(16);
        bits.Fixed(66, 8); // baseline
        bits.Fixed(0xC0, 8);
        bits.Fixed(40, 8); // level 4
        bits.Unsigned(0); // its id
        bits.Unsigned(FrameNumberBits - 4);
        bits.Unsigned(2); // shown in the order they come
        bits.Unsigned(1); // one reference
        bits.Fixed(0, 1);
        bits.Unsigned(columns - 1);
        bits.Unsigned(rows - 1);
        bits.Fixed(1, 1); // whole frames
        bits.Fixed(1, 1);
        bits.Fixed(right + bottom > 0 ? 1 : 0, 1); // what lies beyond the picture is cut off
        if (right + bottom > 0)
        {
            bits.Unsigned(0);
            bits.Unsigned(right / 2);
            bits.Unsigned(0);
            bits.Unsigned(bottom / 2);
        }
        bits.Fixed(0, 1); // nothing about use
        bits.End();
        return Unit(Sequence, bits);
    }

    private static byte[] PictureSet()
    {
        var bits = new BitWriter(8);
        bits.Unsigned(0); // its id
        bits.Unsigned(0); // of which sequence
        bits.Fixed(0, 2); // CAVLC, no order within
        bits.Unsigned(0); // one group
        bits.Unsigned(0); // one reference each
        bits.Unsigned(0);
        bits.Fixed(0, 3); // no weights
        bits.Unsigned(0); // quantizers, as signed 0
        bits.Unsigned(0);
        bits.Unsigned(0);
        bits.Fixed(0, 3);
        bits.End();
        return Unit(Picture, bits);
    }

    private static byte[] WithLength(byte head, BitWriter bits)
    {
        var unit = Unit(head, bits);
        var sample = new byte[4 + unit.Length];
        BinaryPrimitives.WriteInt32BigEndian(sample, unit.Length);
        unit.CopyTo(sample, 4);
        return sample;
    }

    /// <summary>Three bytes that look like a start code are kept apart by a 3.</summary>
    private static byte[] Unit(byte head, BitWriter bits)
    {
        var unit = new List<byte>(bits.Bytes.Count + 1024) { head };
        var zeros = 0;
        foreach (var one in bits.Bytes)
        {
            if (zeros == 2 && one <= 3)
            {
                unit.Add(3);
                zeros = 0;
            }
            unit.Add(one);
            zeros = one == 0 ? zeros + 1 : 0;
        }
        return [.. unit];
    }
}
