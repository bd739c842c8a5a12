using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem.Schema;

/// <summary>Says what stands where in arguments.</summary>
internal interface IValues
{
    /// <summary>The value of one scalar or enumeration.</summary>
    /// <param name="path">The field's name, then the names that lead to the value.</param>
    /// <param name="type">Its type.</param>
    JsonNode? Of(IReadOnlyList<string> path, JsonNode type);

    /// <summary>Whether something that may be left out is given.</summary>
    bool Gives(IReadOnlyList<string> path, JsonNode type);
}

/// <summary>A field, asked for with arguments as variables.</summary>
/// <param name="Text">The document.</param>
/// <param name="Variables">The arguments.</param>
internal sealed record Asked(string Text, JsonObject Variables)
{
    /// <summary>Asks for one field of a root.</summary>
    public static Asked For(PublicSchema schema, string operation, JsonNode field, IValues values, int depth)
    {
        var name = (string)field["name"]!;
        var variables = new JsonObject();
        var (declared, given) = (new List<string>(), new List<string>());
        foreach (var argument in field["args"]!.AsArray().Select(argument => argument!))
        {
            var argumentName = (string)argument["name"]!;
            string[] path = [name, argumentName];
            if (!PublicSchema.IsNeeded(argument) && !values.Gives(path, argument["type"]!))
                continue;
            declared.Add($"${argumentName}: {Spell(argument["type"]!)}");
            given.Add($"{argumentName}: ${argumentName}");
            variables[argumentName] = Value(schema, path, argument["type"]!, values);
        }
        var (head, tail) = declared.Count > 0 ? ($"({string.Join(", ", declared)})", $"({string.Join(", ", given)})") : ("", "");
        return new($"{operation}{head} {{ {name}{tail}{schema.Selection(field["type"]!, depth)} }}", variables);
    }

    private static JsonNode? Value(PublicSchema schema, IReadOnlyList<string> path, JsonNode type, IValues values)
    {
        switch (PublicSchema.Kind(type))
        {
            case "NON_NULL":
                return Value(schema, path, type["ofType"]!, values);
            case "LIST":
                return new JsonArray(Value(schema, path, type["ofType"]!, values));
            case "INPUT_OBJECT":
                var members = schema.Type((string)type["name"]!)["inputFields"]!.AsArray().Select(member => member!).ToList();
                var isOneOf = members.All(member => PublicSchema.Kind(member["type"]!) != "NON_NULL") && path[^1] == "asOf";
                return new JsonObject(
                    members
                        .Where(member => PublicSchema.IsNeeded(member) || values.Gives([.. path, (string)member["name"]!], member["type"]!))
                        .Take(isOneOf ? 1 : int.MaxValue)
                        .Select(member =>
                            KeyValuePair.Create(
                                (string)member["name"]!,
                                Value(schema, [.. path, (string)member["name"]!], member["type"]!, values)
                            )
                        )
                );
            default:
                return values.Of(path, schema.Type((string)type["name"]!));
        }
    }

    private static string Spell(JsonNode type) =>
        PublicSchema.Kind(type) switch
        {
            "NON_NULL" => $"{Spell(type["ofType"]!)}!",
            "LIST" => $"[{Spell(type["ofType"]!)}]",
            _ => (string)type["name"]!,
        };
}
