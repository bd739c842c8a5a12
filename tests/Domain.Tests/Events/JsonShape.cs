using System.Text.Json.Serialization.Metadata;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Domain.Tests.Events;

/// <summary>A type as its JSON has it, in words: each object's cases and members, each once.</summary>
internal static class JsonShape
{
    public static string Of(Type root)
    {
        var shapes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var todo = new Queue<Type>([root]);
        while (todo.TryDequeue(out var type))
            if (!shapes.ContainsKey(NameOf(type)) && Describe(type, todo) is { } shape)
                shapes.Add(NameOf(type), shape);
        return string.Join("\n", shapes.Select(shape => $"{shape.Key}\n{shape.Value}"));
    }

    private static string? Describe(Type type, Queue<Type> found)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Refer(value, found);
        if (type.IsEnum)
            return "  " + string.Join(" | ", Enum.GetNames(type));

        var info = EventJson.Options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                return Refer(info.ElementType!, found);
            case JsonTypeInfoKind.Dictionary:
                found.Enqueue(info.KeyType!);
                return Refer(info.ElementType!, found);
            case JsonTypeInfoKind.None:
                return null;
            default:
                var cases = info.PolymorphismOptions?.DerivedTypes ?? [];
                var lines = cases.Select(one => $"  is {one.TypeDiscriminator}: {NameOf(one.DerivedType)}").ToList();
                foreach (var one in cases)
                    found.Enqueue(one.DerivedType);
                if (cases.Count == 0)
                    foreach (var member in info.Properties.Where(member => member.Get is not null && member.Set is not null))
                    {
                        lines.Add($"  {member.Name}: {NameOf(member.PropertyType)}{(member.IsGetNullable ? "?" : "")}");
                        found.Enqueue(member.PropertyType);
                    }
                return string.Join("\n", lines);
        }
    }

    private static string? Refer(Type type, Queue<Type> found)
    {
        found.Enqueue(type);
        return null;
    }

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return NameOf(value);
        var name = type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name[..name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : name;
    }
}
