using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Rube;

/// <summary>Reads a tool's answer, which comes bare, wrapped once more, or as the first of a list.</summary>
internal static class ToolData
{
    private static readonly Problem Unexpected = new(
        ProblemClass.Transient,
        "unexpected_answer",
        "Rube's answer lacks what was asked for."
    );

    /// <summary>What <paramref name="read"/> makes of the data; an answer it can make nothing of (null) is worth asking for again.</summary>
    public static Reply<T> Then<T>(this Reply<JsonElement> reply, Func<JsonElement, Reply<T>.Done?> read) =>
        reply is Reply<JsonElement>.Done { Value: var data }
            ? (Reply<T>?)read(data) ?? new Reply<T>.Busy(Unexpected)
            : reply.PassOn<JsonElement, T>();

    /// <summary>The outermost layer that has the member; undefined when none has.</summary>
    public static JsonElement With(this JsonElement data, string member) =>
        Layers(data).FirstOrDefault(layer => layer.Member(member).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null));

    /// <summary>An id under the first of its names that is there; null when none is. Some come as numbers.</summary>
    public static string? Id(this JsonElement data, params string[] names) =>
        names
            .Select(name => data.With(name).Member(name))
            .Select(id =>
                id.ValueKind is JsonValueKind.String ? id.GetString()
                : id.ValueKind is JsonValueKind.Number ? id.GetRawText()
                : null
            )
            .FirstOrDefault(id => !string.IsNullOrEmpty(id));

    private static IEnumerable<JsonElement> Layers(JsonElement data)
    {
        var inner = data.Member("data");
        return
        [
            data,
            inner,
            inner.Member("data"),
            .. data.Items().Take(1),
            .. inner.Items().Take(1),
            .. inner.Member("data").Items().Take(1),
        ];
    }
}
