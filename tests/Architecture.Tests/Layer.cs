using System.Reflection;
using System.Xml.Linq;

namespace Campaigns.Architecture.Tests;

/// <summary>One project of the program: what it may see of ours, and what it never sees of others.</summary>
/// <param name="Name">Without the leading <c>Campaigns.</c>.</param>
/// <param name="Project">Its project file, from the root.</param>
/// <param name="Assembly">The name of what it builds.</param>
/// <param name="MaySee">Those of our projects it may see.</param>
/// <param name="Never">Prefixes of packages and assemblies it never sees.</param>
/// <param name="HidesPackages">Whether those who see it must not see its packages.</param>
internal sealed record Layer(string Name, string Project, string Assembly, string[] MaySee, string[] Never, bool HidesPackages = false)
{
    private const string Orleans = "Orleans";
    private const string OrleansPackages = "Microsoft.Orleans";
    private const string GraphQL = "GraphQL";
    private const string Postgres = "Npgsql";

    /// <summary>The table "who may import whom". The project files are held to it, and so is what was compiled from them.</summary>
    public static Layer[] All { get; } =
    [
        Of("Domain", [], ["Microsoft", Orleans, GraphQL, Postgres]),
        Of("Keys", ["Domain"], [Orleans, OrleansPackages, GraphQL, "Microsoft.AspNetCore"], hidesPackages: true),
        Of("EventStore", ["Domain", "Keys"], [Orleans, OrleansPackages, GraphQL, "Microsoft.AspNetCore"], hidesPackages: true),
        Of("Integrations", ["Domain", "Keys"], [Orleans, OrleansPackages, GraphQL], hidesPackages: true),
        Of("Grains", ["Domain", "EventStore", "Integrations", "Keys"], [GraphQL, Postgres, "Microsoft.AspNetCore"]),
        Of("Projections", ["Domain", "EventStore"], [Orleans, OrleansPackages, GraphQL, "Microsoft.AspNetCore"], hidesPackages: true),
        Of("Api", ["Domain", "Grains", "Projections", "Integrations"], [Postgres, "Microsoft.Orleans.Server"], hidesPackages: true),
        Of("Silo", ["Api", "Database", "Domain", "EventStore", "Grains", "Integrations", "Keys", "Projections"], [GraphQL]) with
        {
            Assembly = "campaigns-silo",
        },
        Of("Sandbox", [], [Orleans, OrleansPackages, GraphQL, Postgres]) with
        {
            Assembly = "campaigns-sandbox",
        },
        Of("Database", [], [Orleans, OrleansPackages, GraphQL], hidesPackages: true) with
        {
            Project = "db/Campaigns.Database.csproj",
        },
    ];

    public static TheoryData<string> Names { get; } = [.. All.Select(layer => layer.Name)];

    public static Layer Named(string name) => All.Single(layer => layer.Name == name);

    public Assembly Load() => System.Reflection.Assembly.Load(Assembly);

    public XElement ReadProject() => XElement.Load(Checkout.PathOf(Project));

    public static string NameOfProject(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("Campaigns.", "");

    private static Layer Of(string name, string[] maySee, string[] never, bool hidesPackages = false) =>
        new(name, $"src/{name}/Campaigns.{name}.csproj", $"Campaigns.{name}", maySee, never, hidesPackages);
}
