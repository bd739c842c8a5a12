namespace Campaigns.RunningSystem;

/// <summary>A field of a protobuf message, read without its schema.</summary>
/// <param name="Number">Its number in the schema.</param>
/// <param name="Bytes">What it holds when it is text, bytes or a message; empty for numbers.</param>
internal readonly record struct ProtobufField(int Number, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The fields of one number, in order.</summary>
    public static IEnumerable<ProtobufField> All(ReadOnlyMemory<byte> message, int number) =>
        Read(message).Where(field => field.Number == number);

    private static IEnumerable<ProtobufField> Read(ReadOnlyMemory<byte> message)
    {
        while (!message.IsEmpty)
        {
            var key = Varint(ref message);
            var (number, wire) = ((int)(key >> 3), (int)(key & 7));
            var length = wire switch
            {
                0 => Skip(ref message),
                1 => 8,
                2 => (int)Varint(ref message),
                5 => 4,
                _ => throw new InvalidDataException($"Wire type {wire} is not known."),
            };
            yield return new(number, wire is 2 ? message[..length] : default);
            message = message[length..];
        }
    }

    private static int Skip(ref ReadOnlyMemory<byte> message)
    {
        _ = Varint(ref message);
        return 0;
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> message)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = message.Span[0];
            message = message[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
