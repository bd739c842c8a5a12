using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GraphQL;
using GraphQL.Types;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>What the XML documentation beside an assembly says about its members, as Markdown for the schema.</summary>
internal static partial class XmlSummaries
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Documents = new();

    public static string? Of(Type type) => Text(Entry(type, $"T:{Id(type)}")?.Element("summary"));

    /// <summary>Lets go of what was read: it is megabytes, and a schema that stands asks no more.</summary>
    public static void Forget() => Documents.Clear();

    /// <summary>A property of a positional record is described by the record's parameter of that name.</summary>
    public static string? Of(MemberInfo member)
    {
        var type = member.DeclaringType!;
        var kind = member.MemberType switch
        {
            MemberTypes.Property => 'P',
            MemberTypes.Field => 'F',
            _ => 'M',
        };
        return Text(Entry(type, $"{kind}:{Id(type)}.{member.Name}")?.Element("summary"))
            ?? Text(Parameter(Entry(type, $"T:{Id(type)}"), member.Name));
    }

    public static string? Of(ParameterInfo parameter)
    {
        var method = parameter.Member;
        return Text(Parameter(Entry(method.DeclaringType!, $"M:{Id(method.DeclaringType!)}.{method.Name}"), parameter.Name));
    }

    public static FieldType DescribedBy(this FieldType field, MemberInfo member)
    {
        field.Description ??= Of(member);
        return field;
    }

    private static XElement? Parameter(XElement? entry, string? name) =>
        entry?.Elements("param").FirstOrDefault(e => (string?)e.Attribute("name") == name);

    private static XElement? Entry(Type type, string id) => Documents.GetOrAdd(type.Assembly, Load).GetValueOrDefault(id);

    private static string Id(Type type) =>
        (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    // A method is known by its name alone: fields of one type cannot be overloaded.
    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        if (!File.Exists(path))
            return [];

        var entries = new Dictionary<string, XElement>();
        foreach (var member in XDocument.Load(path).Descendants("member"))
            entries.TryAdd(((string)member.Attribute("name")!).Split('(')[0], member);
        return entries;
    }

    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;

        var text = Spaces.Replace(string.Concat(element.Nodes().Select(Render)), " ").Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Render(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see =>
                $"`{Reference((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? "")}`",
            XElement { Name.LocalName: "paramref" } parameter => $"`{CamelCase((string?)parameter.Attribute("name") ?? "")}`",
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement other => string.Concat(other.Nodes().Select(Render)),
            _ => "",
        };

    // As the schema spells it: types as they are, members in its case.
    private static string Reference(string reference)
    {
        var name = reference.Split('(')[0].Split('.', ':')[^1].Split('`')[0];
        return reference[..Math.Min(2, reference.Length)] switch
        {
            "P:" or "M:" => CamelCase(name),
            "F:" => name.ToConstantCase(),
            _ => name,
        };
    }

    private static string CamelCase(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
