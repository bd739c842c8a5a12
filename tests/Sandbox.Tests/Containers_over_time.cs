using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Sandbox.Tests;

public sealed class Containers_over_time : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private RunningSandbox sandbox = null!;

    public async ValueTask InitializeAsync() => sandbox = await RunningSandbox.Start(new SandboxSettings { Clock = clock });

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task are_in_progress_then_finished_then_expired()
    {
        var id = await sandbox.Container("club");
        Assert.Equal("IN_PROGRESS", await sandbox.Status("club", id));
        Assert.Equal((9007, 2207027), GraphError.Of(await sandbox.Publish("club", id, wait: 0)));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("FINISHED", await sandbox.Status("club", id));

        clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal("EXPIRED", await sandbox.Status("club", id));
        Assert.Equal((24, 2207008), GraphError.Of(await sandbox.Publish("club", id)));
        Assert.Empty(await sandbox.Published("club"));
    }

    [Fact]
    public async Task find_the_quota_used_up_until_a_day_has_passed()
    {
        for (var i = 0; i < 50; i++)
            await PublishOne();
        Assert.Equal((9, 2207042), GraphError.Of(await PublishOne()));
        Assert.True((await PublishOne("neighbour"))["successful"]!.GetValue<bool>());

        clock.Advance(TimeSpan.FromHours(24));
        Assert.True((await PublishOne())["successful"]!.GetValue<bool>());
        Assert.Equal(51, (await sandbox.Published("club")).Length);
    }

    [Fact]
    public async Task go_live_after_a_slow_publish_whose_caller_has_gone()
    {
        const string tool = "INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH";
        var id = await sandbox.Container("club");
        clock.Advance(TimeSpan.FromSeconds(1));
        await sandbox.Fault(
            new()
            {
                ["provider"] = "instagram",
                ["kind"] = "publish_slow",
                ["ms"] = 90_000,
            }
        );
        using var patience = new CancellationTokenSource();
        var publish = sandbox.Send("club", tool, await sandbox.PublishArguments("club", id), patience.Token);
        await Until(async () => (await sandbox.Get("/_faults")).Count == 0);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => publish);
        Assert.Equal("FINISHED", await sandbox.Status("club", id));

        await Until(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(90));
            return await sandbox.Status("club", id) == "PUBLISHED";
        });
        Assert.Single(await sandbox.Published("club"));
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
            await Task.Delay(20, deadline.Token);
    }

    private async Task<JsonNode> PublishOne(string account = "club")
    {
        var id = await sandbox.Container(account);
        clock.Advance(TimeSpan.FromSeconds(1));
        return await sandbox.Publish(account, id);
    }
}
