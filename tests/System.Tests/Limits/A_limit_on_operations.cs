using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem.Limits;

public sealed class A_limit_on_operations(LimitedSystem system) : IClassFixture<LimitedSystem>
{
    [Fact]
    public async Task holds_whichever_process_is_asked_and_over_a_restart_of_all_of_them()
    {
        var (ana, bea) = (await system.Token("org_club", user: "user_ana"), await system.Token("org_club", user: "user_bea"));
        for (var i = 0; i < LimitedSystem.Most; i++)
            Assert.Null(await CodeOf(ana, i));
        foreach (var silo in (int[])[0, 1])
            Assert.True(await IsTurnedAway(ana, silo));
        Assert.Null(await CodeOf(bea, 0));

        await Task.WhenAll(system.Silos.Select(silo => silo.Stop(TimeSpan.FromSeconds(60))));
        await Task.WhenAll(system.Silos.Select(silo => silo.Start()));

        foreach (var silo in (int[])[0, 1])
            Assert.True(await IsTurnedAway(ana, silo));
        Assert.Null(await CodeOf(bea, 1));
    }

    /// <summary>
    /// Whether a silo turns somebody away. One that has just started may be too slow to count, and then lets in: so it is asked again, but less often
    /// than it would take to use up a limit that had been forgotten.
    /// </summary>
    private async Task<bool> IsTurnedAway(string token, int silo)
    {
        for (var tries = 1; tries < LimitedSystem.Most; tries++)
        {
            if (await CodeOf(token, silo) == "RATE_LIMITED")
                return true;
            await Task.Delay(500); // a breath for it to come to
        }
        return false;
    }

    private async Task<string?> CodeOf(string token, int silo)
    {
        var (body, status) = await system.Ask(token, "{ me { user } }", at: system.Silos[silo % 2]);
        Assert.True(status is 200 or 429, $"{status} {body}");
        return (string?)(body?["errors"] as JsonArray)?[0]?["extensions"]?["code"];
    }
}
