using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Campaigns.Silo.Tests;

public sealed partial class The_compose_file
{
    private static readonly string Text = Read("docker-compose.yml");
    private static readonly YamlMappingNode Services = Load();

    public static TheoryData<string> Names { get; } = [.. Services.Children.Keys.Select(key => key.ToString())];

    [Fact]
    public void has_a_database_two_silos_and_a_sandbox_on_request()
    {
        Assert.Equal(
            ["migrate", "pod", "postgres", "sandbox", "silo-1", "silo-2"],
            Names.Select(row => row.Data).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["sandbox"], Words(Of("sandbox", "profiles")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void asks_after_the_health_of(string service) => Assert.Equal("CMD", Words(Of(service, "healthcheck", "test")).First());

    [Theory]
    [MemberData(nameof(Names))]
    public void confines(string service)
    {
        Assert.Equal("true", Of(service, "read_only")?.ToString());
        Assert.Equal(["ALL"], Words(Of(service, "cap_drop")));
        Assert.Contains("no-new-privileges:true", Words(Of(service, "security_opt")));
        Assert.Contains(Words(Of(service, "tmpfs")), mount => mount.StartsWith("/tmp:", StringComparison.Ordinal));
        Assert.Null(Of(service, "privileged"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void holds_no_secret_and_no_fallback_for_one(string service)
    {
        if (Of(service, "environment") is not YamlMappingNode environment)
            return;
        foreach (var (name, value) in All(environment).Where(pair => Secret().IsMatch(pair.Name) || pair.Value.Contains("://")))
            Assert.Matches(@"^(postgresql://campaigns_[a-z]+:@postgres:5432/campaigns|http://\+:\d+|)$", FromOutside().Replace(value, ""));
    }

    [Fact]
    public void demands_what_has_no_default_and_the_example_names_it()
    {
        var example = Read("compose.env.example");
        var demanded = Demanded().Matches(Text).Select(match => match.Groups[1].Value).Distinct().ToList();

        foreach (var secret in (string[])["OWNER_PASSWORD", "SILO_PASSWORD", "API_PASSWORD", "MASTER_KEY"])
            Assert.Contains($"CAMPAIGNS_{secret}", demanded);
        Assert.All(demanded, name => Assert.Contains($"\n{name}=", example, StringComparison.Ordinal));
    }

    [Fact]
    public void opens_nothing_beyond_this_machine_unasked() =>
        Assert.All(
            Names.Select(row => row.Data).SelectMany(service => Words(Of(service, "ports"))),
            port => Assert.StartsWith("${CAMPAIGNS_PUBLISH_ON:-127.0.0.1}:", port, StringComparison.Ordinal)
        );

    [Fact]
    public void builds_images_whose_programs_have_no_rights()
    {
        var stages = Read("Dockerfile").Split("\nFROM ").Where(stage => stage.Contains("ENTRYPOINT", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, stages.Count);
        Assert.All(
            stages,
            stage =>
            {
                Assert.Contains("\nUSER $APP_UID\n", stage, StringComparison.Ordinal);
                Assert.Contains("\nHEALTHCHECK ", stage, StringComparison.Ordinal);
            }
        );
        Assert.Contains("--locked-mode", Read("Dockerfile"), StringComparison.Ordinal);
    }

    private static YamlMappingNode Load()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text));
        return (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode)["services"];
    }

    /// <summary>A value by its path; what is merged in counts as well.</summary>
    private static YamlNode? Of(string service, params string[] path) =>
        path.Aggregate((YamlNode?)Services[service], (node, name) => node is YamlMappingNode map ? In(map, name) : null);

    private static YamlNode? In(YamlMappingNode map, string name) =>
        map.Children.TryGetValue(name, out var own) ? own
        : map.Children.TryGetValue("<<", out var merged) && merged is YamlMappingNode more ? In(more, name)
        : null;

    private static IEnumerable<(string Name, string Value)> All(YamlMappingNode map)
    {
        foreach (var (name, value) in map.Children)
        {
            if (value is YamlMappingNode merged)
                foreach (var one in All(merged))
                    yield return one;
            else
                yield return (name.ToString(), value.ToString());
        }
    }

    private static IEnumerable<string> Words(YamlNode? list) => list is YamlSequenceNode words ? words.Select(word => word.ToString()) : [];

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    [GeneratedRegex("PASSWORD|KEY|TOKEN|SECRET")]
    private static partial Regex Secret();

    // Demanded, or empty unless given.
    [GeneratedRegex(@"\$\{[A-Z_0-9]+(:\?[^}]*|:-)\}")]
    private static partial Regex FromOutside();

    [GeneratedRegex(@"\$\{([A-Z_0-9]+):\?")]
    private static partial Regex Demanded();
}
