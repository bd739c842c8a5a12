using System.Reflection;
using Campaigns.Domain;
using GraphQL;
using GraphQL.Types;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>Lets the domain's identifiers be arguments, input fields and results of type <c>ID</c>.</summary>
internal static class Identifiers
{
    private static readonly MethodInfo Register = typeof(Identifiers).GetMethod(
        nameof(ReadFromText),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Marks the type as <c>ID</c> when it is an identifier, and teaches the engine to read it.</summary>
    public static TypeInformation WithIds(this TypeInformation type)
    {
        if (type.GraphType is null && IsIdentifier(type.Type))
        {
            type.GraphType = typeof(IdGraphType);
            if (type.IsInputType)
                Register.MakeGenericMethod(type.Type).Invoke(null, null);
        }
        return type;
    }

    private static bool IsIdentifier(Type type) =>
        type.IsValueType && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStringId<>));

    // The engine keeps its conversions in one table for the process; adding the same one twice changes nothing.
    private static void ReadFromText<TId>()
        where TId : struct, IStringId<TId> => ValueConverter.Register<string, TId>(TId.Parse);
}
