using Campaigns.Integrations.Http;
using static Campaigns.Integrations.Tests.Models.ModelsAtHand;

namespace Campaigns.Integrations.Tests.Models;

public sealed class A_made_file
{
    [Fact]
    public async Task is_read_with_the_key_at_home_and_without_it_where_a_redirect_leads()
    {
        await using var elsewhere = await StandIn.Answering(Answers.Send(200, "video/mp4", "clip"));
        await using var veo = await StandIn.Answering(Answers.Send(302, "text/plain", "", ("Location", $"{elsewhere.Url}clip.mp4?sig=1")));
        await using var adapter = AtVeo(veo.Url);

        await using var file = (await adapter.Media().Open(new Uri(veo.Url, "v1beta/files/f1:download?alt=media"), default)).Value();

        Assert.Equal("clip", await Read(file));
        Assert.Equal(Key, Assert.Single(veo.Calls).Headers["x-goog-api-key"]);
        var away = Assert.Single(elsewhere.Calls);
        Assert.Equal("/clip.mp4?sig=1", away.Path);
        Assert.DoesNotContain(Key, string.Join(' ', away.Headers.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_read_without_the_key_from_another_port_of_the_same_machine()
    {
        await using var files = await StandIn.Answering(Answers.Send(200, "image/jpeg", "picture"));
        await using var replicate = await StandIn.Answering(Answers.Json("{}"));
        await using var adapter = AtReplicate(replicate.Url);

        await using var file = (await adapter.Media().Open(new Uri(files.Url, "out.jpg"), default)).Value();

        Assert.Equal("picture", await Read(file));
        Assert.DoesNotContain("Authorization", Assert.Single(files.Calls).Headers.Keys);
    }

    [Theory]
    [InlineData("http://replicate.example.com/out.jpg", "address_not_https")]
    [InlineData("https://user:secret@replicate.example.com/out.jpg", "address_not_https")]
    [InlineData("file:///etc/passwd", "address_not_https")]
    [InlineData("https://127.0.0.1/out.jpg", "address_not_public")]
    [InlineData("https://169.254.169.254/latest", "address_not_public")]
    [InlineData("https://[::1]/out.jpg", "address_not_public")]
    public async Task is_not_read_from_an_address_that_is_not_public(string address, string code)
    {
        await using var replicate = await StandIn.Answering(Answers.Json("{}"));
        await using var adapter = AtReplicate(replicate.Url, loopback: false);

        Assert.Equal($"Broken OutputUnusable {code}", (await adapter.Media().Open(new Uri(address), default)).Said());
    }

    [Fact]
    public async Task is_not_followed_into_a_private_network()
    {
        await using var veo = await StandIn.Answering(Answers.Send(302, "text/plain", "", ("Location", "https://10.0.0.1/clip.mp4")));
        await using var adapter = AtVeo(veo.Url, loopback: false);

        Assert.Equal(
            "Broken OutputUnusable address_not_public",
            (await adapter.Media().Open(new Uri(veo.Url, "v1beta/files/f1:download"), default)).Said()
        );
    }

    [Fact]
    public async Task is_not_followed_round_and_round()
    {
        await using var veo = await StandIn.Answering(Answers.Send(302, "text/plain", "", ("Location", "/again")));
        await using var adapter = AtVeo(veo.Url);

        Assert.Equal("Busy Misconfigured too_many_redirects", (await adapter.Media().Open(new Uri(veo.Url, "file"), default)).Said());
        Assert.Equal(6, veo.Calls.Count);
    }

    [Theory]
    [InlineData(403, "Busy Misconfigured file_http_403")]
    [InlineData(404, "Broken OutputUnusable file_http_404")]
    [InlineData(410, "Broken OutputUnusable file_http_410")]
    [InlineData(429, "Busy Throttled file_http_429")]
    [InlineData(500, "Busy Transient file_http_500")]
    public async Task is_not_there_for_a_reason(int status, string expected)
    {
        await using var replicate = await StandIn.Answering(Answers.Status(status));
        await using var adapter = AtReplicate(replicate.Url);

        Assert.Equal(expected, (await adapter.Media().Open(new Uri(replicate.Url, "out.jpg"), default)).Said());
    }

    [Fact]
    public async Task is_no_page_for_people()
    {
        await using var replicate = await StandIn.Answering(Answers.Html());
        await using var adapter = AtReplicate(replicate.Url);

        Assert.Equal("Busy Transient html", (await adapter.Media().Open(new Uri(replicate.Url, "out.jpg"), default)).Said());
    }

    [Fact]
    public async Task is_given_up_when_it_falls_silent()
    {
        await using var replicate = await StandIn.Answering(async http =>
        {
            http.Response.ContentType = "image/jpeg";
            await http.Response.Body.WriteAsync(new byte[10]);
            await http.Response.Body.FlushAsync();
            await Answers.Silence(http);
        });
        await using var adapter = AtReplicate(replicate.Url, silence: TimeSpan.FromMilliseconds(300));

        await using var file = (await adapter.Media().Open(new Uri(replicate.Url, "out.jpg"), default)).Value();

        await Assert.ThrowsAsync<IOException>(() => Read(file));
    }

    [Fact]
    public async Task is_broken_when_it_ends_too_soon()
    {
        var opened = new TaskCompletionSource(); // a line that is cut at once may lose what was sent before
        await using var replicate = await StandIn.Answering(async http =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.Body.WriteAsync(new byte[10]);
            await http.Response.Body.FlushAsync();
            await opened.Task;
            http.Abort();
        });
        await using var adapter = AtReplicate(replicate.Url);

        await using var file = (await adapter.Media().Open(new Uri(replicate.Url, "out.jpg"), default)).Value();

        opened.SetResult();
        await Assert.ThrowsAnyAsync<IOException>(() => Read(file));
    }

    [Fact]
    public void is_read_piece_by_piece_only() =>
        Assert.Throws<NotSupportedException>(() => new PatientStream(null!, null!, TimeSpan.Zero).Read(new byte[1], 0, 1));

    private static async Task<string> Read(Stream file)
    {
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }
}
