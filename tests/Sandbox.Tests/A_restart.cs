namespace Campaigns.Sandbox.Tests;

public sealed class A_restart : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("sandbox").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task forgets_nothing_that_was_published()
    {
        string id,
            token,
            key;
        await using (var before = await Start())
        {
            id = await before.Container("club", "Still here");
            await before.Publish("club", id);
            token = await before.Http.GetStringAsync("/clerk/_token?user=user_anna");
            key = await before.Http.GetStringAsync("/clerk/_jwt_key");
        }

        await using var after = await Start();
        Assert.Equal("PUBLISHED", await after.Status("club", id));
        Assert.Equal((409, null), GraphError.Of(await after.Publish("club", id)));
        Assert.Single(await after.Published("club"));
        var post = Assert.Single(await after.Get("/_feed"))!;
        Assert.Equal(Picture.Jpeg(640, 640), await after.Http.GetByteArrayAsync($"/_feed/{post["id"]}.jpg"));
        Assert.Equal(key, await after.Http.GetStringAsync("/clerk/_jwt_key"));
        Assert.NotEmpty(token);
    }

    [Fact]
    public async Task passes_over_half_a_line_left_by_a_crash()
    {
        await using (var before = await Start())
            await before.Publish("club", await before.Container("club"));
        await File.AppendAllTextAsync(Path.Combine(data, "live.jsonl"), "{\"id\":\"17");

        await using (var after = await Start())
            await after.Publish("club", await after.Container("club"));

        await using var again = await Start();
        Assert.Equal(2, (await again.Get("/_feed")).Count);
    }

    [Fact]
    public async Task finds_a_key_that_only_its_owner_can_read()
    {
        await using var sandbox = await Start();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data, "clerk-key.pem")));
    }

    private Task<RunningSandbox> Start() => RunningSandbox.Start(new SandboxSettings { Data = data });
}
