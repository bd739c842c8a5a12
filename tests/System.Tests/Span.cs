using System.Text;

namespace Campaigns.RunningSystem;

/// <summary>A span as it came over the wire.</summary>
/// <param name="Scope">The source that made it.</param>
/// <param name="Trace">The trace's id, in hex.</param>
/// <param name="Id">Its own id, in hex.</param>
/// <param name="Parent">Its parent's id; empty for a root.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tags">Its attributes that are text.</param>
/// <param name="Links">Traces that it links to.</param>
internal sealed record Span(
    string Scope,
    string Trace,
    string Id,
    string Parent,
    string Name,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> Links
)
{
    /// <summary>The spans of an OTLP request for traces.</summary>
    public static IEnumerable<Span> Read(ReadOnlyMemory<byte> request)
    {
        foreach (var resource in ProtobufField.All(request, 1))
        foreach (var scope in ProtobufField.All(resource.Bytes, 2))
        {
            var name = ProtobufField.All(scope.Bytes, 1).SelectMany(one => ProtobufField.All(one.Bytes, 1)).Select(Text).FirstOrDefault("");
            foreach (var span in ProtobufField.All(scope.Bytes, 2))
                yield return Of(name, span.Bytes);
        }
    }

    private static Span Of(string scope, ReadOnlyMemory<byte> span) =>
        new(
            scope,
            Hex(span, 1),
            Hex(span, 2),
            Hex(span, 4),
            ProtobufField.All(span, 5).Select(Text).FirstOrDefault(""),
            ProtobufField.All(span, 9).Select(Tag).GroupBy(tag => tag.Key).ToDictionary(tag => tag.Key, tag => tag.Last().Value),
            [.. ProtobufField.All(span, 13).Select(link => Hex(link.Bytes, 1))]
        );

    private static KeyValuePair<string, string> Tag(ProtobufField field) =>
        new(
            ProtobufField.All(field.Bytes, 1).Select(Text).First(),
            ProtobufField.All(field.Bytes, 2).SelectMany(value => ProtobufField.All(value.Bytes, 1)).Select(Text).FirstOrDefault("")
        );

    private static string Hex(ReadOnlyMemory<byte> message, int number) =>
        ProtobufField.All(message, number).Select(field => Convert.ToHexStringLower(field.Bytes.Span)).FirstOrDefault("");

    private static string Text(ProtobufField field) => Encoding.UTF8.GetString(field.Bytes.Span);
}
