using System.Net;
using System.Text.Json;
using Campaigns.Harness;

namespace Campaigns.Silo.Tests;

public sealed class The_verb_rebuild(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task lets_the_silo_build_a_read_model_anew_and_go_back()
    {
        var environment = Executable.EnvironmentOf(database);
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        await using var silo = Executable.Start(["--urls", address], environment);
        await silo.Answer($"{address}/health/ready", HttpStatusCode.OK);

        var anew = await Executable.Run(environment, "rebuild", "tenants.v1", "--json");
        Assert.Equal(("", 0), (anew.Errors, anew.Code));
        Assert.Equal(("tenants.v1", "live", "b"), Last(anew.Output));

        var back = await Executable.Run(environment, "rebuild", "tenants", "--back", "--json");
        Assert.Equal(("", 0), (back.Errors, back.Code));
        Assert.Equal(("tenants.v1", "live", "a"), Last(back.Output));

        var unknown = await Executable.Run(environment, "rebuild", "nothing.v1");
        Assert.Equal(2, unknown.Code);
        Assert.Contains("tenants.v1", unknown.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", unknown.Errors, StringComparison.Ordinal);

        Assert.Equal(0, await silo.Stop());
        var list = await Executable.Run(environment, "rebuild", "--list");
        Assert.Contains("No silo is running", list.Errors, StringComparison.Ordinal);
        Assert.Contains("kept", list.Output, StringComparison.Ordinal);
    }

    private static (string?, string?, string?) Last(string output)
    {
        var line = JsonDocument.Parse(output.Trim().Split('\n')[^1]).RootElement;
        return (line.GetProperty("projection").GetString(), line.GetProperty("state").GetString(), line.GetProperty("table").GetString());
    }
}
