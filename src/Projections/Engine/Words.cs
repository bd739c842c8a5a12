using System.Collections.Concurrent;
using System.Text.Json;

namespace Campaigns.Projections.Engine;

/// <summary>Enum values as the words that stand in columns: <c>NeedsPerson</c> is <c>needs_person</c>.</summary>
internal static class Words
{
    private static readonly ConcurrentDictionary<object, string> Written = new();

    /// <summary>The word for an enum's value.</summary>
    public static string Of(object value) =>
        Written.GetOrAdd(value, static v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()!));

    /// <summary>The value a word stands for.</summary>
    /// <exception cref="FormatException">The enum has no such word.</exception>
    public static T Read<T>(string word) => Known<T>.Values.TryGetValue(word, out var value) ? value : throw Unknown<T>(word);

    private static FormatException Unknown<T>(string word) => new($"{typeof(T).Name} has no '{word}'.");

    private static class Known<T>
    {
        public static Dictionary<string, T> Values { get; } =
            Enum.GetValuesAsUnderlyingType(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T))
                .Cast<object>()
                .Select(number => Enum.ToObject(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), number))
                .ToDictionary(Of, value => (T)value);
    }
}
