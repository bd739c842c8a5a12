using System.Xml.Linq;

namespace Campaigns.Architecture.Tests;

/// <summary>The walls between the projects, as <see cref="Layer.All"/> draws them.</summary>
public sealed class A_project
{
    public static TheoryData<string> Names { get; } = Layer.Names;

    public static TheoryData<string> Hiding { get; } = [.. Layer.All.Where(layer => layer.HidesPackages).Select(layer => layer.Name)];

    [Fact]
    public void of_the_program_has_its_walls_drawn()
    {
        var there = Directory.EnumerateFiles(Checkout.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(Layer.NameOfProject);

        Assert.Equal(
            there.Append("Database").Order(StringComparer.Ordinal),
            Layer.All.Select(layer => layer.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void names_only_projects_it_may_see(string name)
    {
        var layer = Layer.Named(name);
        var named = layer.ReadProject().Descendants("ProjectReference").Select(reference => Layer.NameOfProject(Include(reference)));

        Assert.Empty(named.Except(layer.MaySee));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void names_no_package_it_never_sees(string name)
    {
        var layer = Layer.Named(name);
        var named = layer.ReadProject().Descendants("PackageReference").Select(Include);

        Assert.DoesNotContain(named, package => layer.Never.Any(package.StartsWith));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void is_compiled_against_no_other(string name)
    {
        var layer = Layer.Named(name);
        var seen = layer.Load().GetReferencedAssemblies().Select(reference => reference.Name!).ToList();

        Assert.Empty(seen.Where(IsOurs).Select(assembly => assembly["Campaigns.".Length..]).Except(layer.MaySee));
        Assert.DoesNotContain(seen, assembly => layer.Never.Any(assembly.StartsWith));
    }

    [Theory]
    [MemberData(nameof(Hiding))]
    public void keeps_its_packages_to_itself(string name) =>
        Assert.All(
            Layer.Named(name).ReadProject().Descendants("PackageReference"),
            package => Assert.True(package.Attribute("PrivateAssets")?.Value == "compile", $"{Include(package)} leaks out of {name}")
        );

    [Fact]
    public void of_the_domain_knows_the_base_library_and_NodaTime_only()
    {
        var domain = Layer.Named("Domain");

        Assert.Equal(["NodaTime"], domain.ReadProject().Descendants("PackageReference").Select(Include));
        Assert.All(
            domain.Load().GetReferencedAssemblies(),
            reference =>
                Assert.True(reference.Name!.StartsWith("System.", StringComparison.Ordinal) || reference.Name == "NodaTime", reference.Name)
        );
    }

    [Fact]
    public void is_part_of_the_solution_and_has_a_lock_file()
    {
        var solution = File.ReadAllText(Checkout.PathOf("Campaigns.sln")).Replace('\\', '/');

        Assert.All(
            SourceTree.Files("*.csproj"),
            project =>
            {
                Assert.Contains($"\"{project}\"", solution);
                Assert.True(
                    File.Exists(Checkout.PathOf($"{Path.GetDirectoryName(project)}/packages.lock.json")),
                    $"{project} has no lock file"
                );
            }
        );
    }

    [Fact]
    public void takes_its_versions_from_one_list_in_order()
    {
        var versions = XElement.Load(Checkout.PathOf("Directory.Packages.props")).Descendants("PackageVersion").Select(Include).ToList();

        Assert.Equal(versions.Order(StringComparer.OrdinalIgnoreCase), versions);
        Assert.All(
            SourceTree.Files("*.csproj"),
            project =>
                Assert.DoesNotContain(
                    XElement.Load(Checkout.PathOf(project)).Descendants("PackageReference"),
                    package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
                )
        );
    }

    private static bool IsOurs(string assembly) =>
        assembly.StartsWith("Campaigns.", StringComparison.Ordinal) || assembly.StartsWith("campaigns-", StringComparison.Ordinal);

    private static string Include(XElement item) => item.Attribute("Include")!.Value;
}
