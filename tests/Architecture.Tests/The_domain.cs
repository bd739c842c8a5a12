using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Campaigns.Domain;

namespace Campaigns.Architecture.Tests;

public sealed class The_domain
{
    private static readonly string[] Outside =
    [
        "System.IO",
        "System.Net",
        "System.Data",
        "System.Threading",
        "System.Diagnostics.Process",
        "System.Environment",
        "System.Console",
        "System.TimeProvider",
        "System.Random",
        "System.DateTime",
        "NodaTime.SystemClock",
    ];

    [Fact]
    public void knows_no_clock_no_input_no_output_and_no_waiting()
    {
        var used = TypesUsed();

        Assert.Contains("System.DateTimeOffset", used);
        Assert.DoesNotContain(
            used,
            type => Outside.Any(outside => type == outside || type.StartsWith(outside + '.', StringComparison.Ordinal))
        );
    }

    [Fact]
    public void keeps_its_unions_closed()
    {
        var unions = A_type
            .Ours("Domain")
            .Where(type => type.IsAbstract && !type.IsSealed && type.IsClass && !type.IsNested && type != typeof(DomainEvent))
            .ToList();

        Assert.True(unions.Count >= 10, $"only {unions.Count} unions were found");
        Assert.All(
            unions.SelectMany(union => union.GetConstructors(A_type.Everything)).Where(constructor => !constructor.IsStatic),
            constructor => Assert.True(constructor.IsPrivate || IsCopy(constructor), $"{constructor.DeclaringType} is open")
        );
        Assert.All(
            A_type.Ours("Domain").Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract),
            happened => Assert.True(happened is { IsSealed: true, IsNested: true }, $"{happened} is open")
        );
    }

    [Fact]
    public void spells_every_identifier_as_a_string_on_every_wire() =>
        Assert.All(
            A_type.Ours("Domain").Where(type => type.IsValueType && !type.IsEnum && type.Name.EndsWith("Id", StringComparison.Ordinal)),
            id => Assert.Contains(id.GetInterfaces(), face => face.Name.StartsWith("IStringId", StringComparison.Ordinal))
        );

    // A record's copy constructor is protected by necessity.
    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ ParameterType: var only }] && only == constructor.DeclaringType;

    private static HashSet<string> TypesUsed()
    {
        using var file = File.OpenRead(typeof(DomainEvent).Assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata
                .TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }
}
