using System.Buffers.Binary;

namespace Campaigns.Harness;

/// <summary>
/// A gradient as H.264 (ITU-T H.264, baseline profile): the first frame in plain samples (I_PCM), each next one nothing but skipped macroblocks.
/// Samples are units with their length before them, as MP4 has them.
/// </summary>
internal sealed class StillPicture(int width, int height)
{
    private const byte Sequence = 0x67;
    private const byte Picture = 0x68;
    private const byte KeySlice = 0x65;
    private const byte Slice = 0x41;
    private const int FrameNumberBits = 4;

    private readonly int columns = width / 16;
    private readonly int rows = height / 16;

    /// <summary>The content of "avcC".</summary>
    public byte[] Configuration()
    {
        var (sequence, picture) = (SequenceSet(), PictureSet());
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
            (byte)picture.Length,
            .. picture,
        ];
    }

    /// <summary>The frame that holds the picture.</summary>
    public byte[] First()
    {
        var bits = new BitWriter();
        bits.Unsigned(0); // first macroblock
        bits.Unsigned(7); // all of it is I
        bits.Unsigned(0); // picture set
        bits.Fixed(0, FrameNumberBits);
        bits.Unsigned(0); // which key picture
        bits.Fixed(0, 2); // reference marking
        bits.Unsigned(0); // quantizer, as signed 0
        for (var row = 0; row < rows; row++)
        for (var column = 0; column < columns; column++)
        {
            bits.Unsigned(25); // I_PCM
            bits.Align();
            for (var y = 0; y < 16; y++)
            for (var x = 0; x < 16; x++)
                bits.Fixed(16 + (row * 16 + y) * 219 / height, 8); // from dark to light
            for (var i = 0; i < 64; i++)
                bits.Fixed(110, 8);
            for (var i = 0; i < 64; i++)
                bits.Fixed(60 + column * 120 / columns, 8);
        }
        bits.End();
        return WithLength(KeySlice, bits);
    }

    /// <summary>A frame that repeats it, counted from the first, which is 0.</summary>
    public byte[] Again(int frame)
    {
        var bits = new BitWriter();
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

    private byte[] SequenceSet()
    {
        var bits = new BitWriter();
        bits.Fixed(66, 8); // baseline
        bits.Fixed(0xC0, 8);
        bits.Fixed(30, 8); // level 3
        bits.Unsigned(0); // its id
        bits.Unsigned(FrameNumberBits - 4);
        bits.Unsigned(2); // shown in the order they come
        bits.Unsigned(1); // one reference
        bits.Fixed(0, 1);
        bits.Unsigned(columns - 1);
        bits.Unsigned(rows - 1);
        bits.Fixed(1, 1); // whole frames
        bits.Fixed(1, 1);
        bits.Fixed(0, 2); // no cropping, nothing about use
        bits.End();
        return Unit(Sequence, bits);
    }

    private static byte[] PictureSet()
    {
        var bits = new BitWriter();
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
        var unit = new List<byte> { head };
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

    /// <summary>Numbers as H.264 writes them.</summary>
    private sealed class BitWriter
    {
        private int had;

        public List<byte> Bytes { get; } = [];

        public void Fixed(int value, int bits)
        {
            for (var bit = bits - 1; bit >= 0; bit--)
                Bit((value >> bit) & 1);
        }

        /// <summary>Exp-Golomb.</summary>
        public void Unsigned(int value)
        {
            var length = 32 - int.LeadingZeroCount(value + 1);
            Fixed(0, length - 1);
            Fixed(value + 1, length);
        }

        public void Align()
        {
            while (had % 8 != 0)
                Bit(0);
        }

        public void End()
        {
            Bit(1);
            Align();
        }

        private void Bit(int bit)
        {
            if (had++ % 8 == 0)
                Bytes.Add(0);
            Bytes[^1] |= (byte)(bit << (7 - (had - 1) % 8));
        }
    }
}
