using Campaigns.Harness;
using Campaigns.Silo.Verbs;

namespace Campaigns.Silo.Tests;

public sealed class Asking_after_a_silo
{
    [Theory]
    [InlineData(null, "http://localhost:5000/")]
    [InlineData("http://+:5080", "http://localhost:5080/")]
    [InlineData("http://*:5080;http://127.0.0.1:5081", "http://localhost:5080/")]
    [InlineData("http://0.0.0.0:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://[::]:5080", "http://[::1]:5080/")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/")]
    public void finds_it_where_it_was_told_to_listen(string? urls, string address) => Assert.Equal(address, AskReady.Own(urls).AbsoluteUri);

    [Fact]
    public async Task fails_when_nothing_answers()
    {
        var (code, output, errors) = await Executable.Run(
            new Dictionary<string, string?>(),
            "health",
            "--urls",
            $"http://127.0.0.1:{FreePort.Next()}"
        );

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("does not answer", errors, StringComparison.Ordinal);
    }
}
