namespace Campaigns.Sandbox.Tests;

public sealed class Listening
{
    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://192.168.1.10:0")]
    [InlineData("http://sandbox.example:0")]
    [InlineData("https://127.0.0.1:0")]
    public async Task is_refused_where_others_could_reach_it(string address) =>
        await Assert.ThrowsAsync<ArgumentException>(() => SandboxHost.Start(new SandboxSettings { Address = new(address) }));

    [Fact]
    public async Task on_loopback_answers_health()
    {
        await using var sandbox = await RunningSandbox.Start(new SandboxSettings());
        Assert.Equal("ok", await sandbox.Http.GetStringAsync("/health"));
    }
}
