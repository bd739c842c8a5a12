using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Campaigns.Domain.Media;

/// <summary>
/// The stored files that an event mentions, wherever in it they stand: found by looking, not by a list of events, so that an event that is
/// added one day cannot be forgotten.
/// </summary>
public static class MediaMentions
{
    private static readonly Assembly Ours = typeof(MediaMentions).Assembly;
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Ways = new();
    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    /// <summary>Whether an event of this type may mention any.</summary>
    public static bool Possible(Type type) => Known.GetOrAdd(type, static sought => MayHold(sought, []));

    /// <summary>All of them, in the order they stand; one that is mentioned twice comes twice.</summary>
    public static IEnumerable<MediaAsset> In(object? value) =>
        value switch
        {
            null or string => [],
            MediaAsset asset => [asset],
            IEnumerable many => many.Cast<object?>().SelectMany(In),
            _ when value.GetType().Assembly == Ours && Possible(value.GetType()) => WaysOf(value.GetType())
                .SelectMany(way => In(way.GetValue(value))),
            _ => [],
        };

    private static PropertyInfo[] WaysOf(Type type) =>
        Ways.GetOrAdd(type, static holder => [.. Properties(holder).Where(property => Possible(property.PropertyType))]);

    private static bool MayHold(Type type, HashSet<Type> seen)
    {
        if (type == typeof(MediaAsset))
            return true;
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || !seen.Add(type))
            return false;
        if (type.IsArray)
            return MayHold(type.GetElementType()!, seen);
        if (type.IsGenericType && type.GetGenericArguments().Any(argument => MayHold(argument, seen)))
            return true;
        if (type.Assembly != Ours)
            return false;
        return Properties(type).Any(property => MayHold(property.PropertyType, seen))
            || (type.IsAbstract && Ours.GetTypes().Any(derived => derived.IsSubclassOf(type) && MayHold(derived, seen)));
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);
}
