using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem.Schema;

/// <summary>The schema as the running system tells it to anybody who asks: tests that are made of it grow with it.</summary>
internal sealed class PublicSchema
{
    private const string Question = """
        query Introspection { __schema {
          queryType { name } mutationType { name } subscriptionType { name }
          types { kind name
            fields { name args { name defaultValue type { ...T } } type { ...T } }
            inputFields { name defaultValue type { ...T } }
            enumValues { name }
            possibleTypes { name } } } }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    private readonly Dictionary<string, JsonNode> types;
    private readonly JsonNode roots;

    private PublicSchema(JsonNode schema)
    {
        roots = schema;
        types = schema["types"]!.AsArray().ToDictionary(type => (string)type!["name"]!, type => type!);
    }

    public static async Task<PublicSchema> Of(LiveSystem system, string token) => new((await system.Query(token, Question))["__schema"]!);

    /// <summary>The fields of a root: <c>query</c>, <c>mutation</c> or <c>subscription</c>.</summary>
    public IEnumerable<JsonNode> FieldsOf(string operation) => Fields(types[(string)roots[$"{operation}Type"]!["name"]!]);

    /// <summary>A named type.</summary>
    public JsonNode Type(string name) => types[name];

    /// <summary>What a selection of a type could be: its scalars, and those of what it leads to, so deep.</summary>
    public string Selection(JsonNode type, int depth)
    {
        var named = Named(type);
        switch (Kind(named))
        {
            case "SCALAR" or "ENUM":
                return "";
            case "UNION" or "INTERFACE":
                // Members may have fields of one name and of other types: what all of ours have alike.
                var members = named["possibleTypes"]!.AsArray().Select(member => types[(string)member!["name"]!]);
                return $" {{ __typename {string.Join(' ', members.Select(member => $"... on {member["name"]} {{ {Alike(member)} }}"))} }}";
            default:
                return $" {{ {Inner(named, depth)} }}";
        }
    }

    /// <summary>The type that lists and promises are of.</summary>
    public JsonNode Named(JsonNode type)
    {
        while (type["ofType"] is { } inner)
            type = inner;
        return types[(string)type["name"]!];
    }

    public static string Kind(JsonNode type) => (string)type["kind"]!;

    /// <summary>Whether a value has to be given.</summary>
    public static bool IsNeeded(JsonNode argument) => Kind(argument["type"]!) == "NON_NULL" && argument["defaultValue"] is null;

    private static string Alike(JsonNode type) =>
        string.Join(
            ' ',
            Fields(type).Select(field => (string)field["name"]!).Where(name => name is "id" or "code" or "message" or "field")
        );

    private string Inner(JsonNode type, int depth)
    {
        var chosen = Fields(type)
            .Where(field => !field["args"]!.AsArray().Any(argument => IsNeeded(argument!)))
            .Select(field =>
                (
                    Name: (string)field["name"]!,
                    Inner: Leads(field)
                        ? depth > 0
                            ? Selection(field["type"]!, depth - 1)
                            : null
                        : ""
                )
            )
            .Where(field => field.Inner is not null)
            .Select(field => $"{field.Name}{field.Inner}");
        return string.Join(' ', chosen.Prepend("__typename"));
    }

    private bool Leads(JsonNode field) => Kind(Named(field["type"]!)) is not ("SCALAR" or "ENUM");

    private static IEnumerable<JsonNode> Fields(JsonNode type) => type["fields"]!.AsArray().Select(field => field!);
}
