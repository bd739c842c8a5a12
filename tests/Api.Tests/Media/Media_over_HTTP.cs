using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.RateLimiting;
using Campaigns.Api.Media;
using Campaigns.Api.Tests.Auth;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;
using Campaigns.Harness;

namespace Campaigns.Api.Tests.Media;

public sealed class Media_over_HTTP(ApiServer server) : IClassFixture<ApiServer>
{
    private const int Limit = 20 * 1024 * 1024;

    /// <summary>One red pixel.</summary>
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
    );

    [Fact]
    public async Task takes_a_picture_and_serves_it_to_everyone_for_ever()
    {
        var (status, asset) = await Upload(new ByteArrayContent(Png), server.Token());

        Assert.Equal(HttpStatusCode.Created, status);
        var key = asset.GetProperty("key").GetString()!;
        Assert.StartsWith("org_club/", key, StringComparison.Ordinal);
        Assert.Equal("image/png", asset.GetProperty("contentType").GetString());
        Assert.Equal($"https://api.example.com/media/{key}", asset.GetProperty("url").GetString());

        using var served = await server.Http.GetAsync($"/media/{key}");
        Assert.Equal(Png, await served.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", served.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", served.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", served.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task takes_a_video_and_serves_it_whole_and_in_parts()
    {
        var film = new SampleVideo { Sound = 0x40 }.Bytes();

        var (status, asset) = await Upload(new ByteArrayContent(film), server.Token());

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("video/mp4", asset.GetProperty("contentType").GetString());
        Assert.Equal(4, asset.GetProperty("video").GetProperty("seconds").GetDouble());
        var address = $"/media/{asset.GetProperty("key").GetString()}";
        using var served = await server.Http.GetAsync(address);
        Assert.Equal(film, await served.Content.ReadAsByteArrayAsync());
        Assert.Equal("video/mp4", served.Content.Headers.ContentType!.ToString());
        using var part = await Get(address, request => request.Headers.Range = new(4, 7));
        Assert.Equal("ftyp"u8.ToArray(), await part.Content.ReadAsByteArrayAsync());
    }

    private int Files() => Directory.GetFiles(server.MediaFolder, "*", SearchOption.AllDirectories).Length;

    [Fact]
    public async Task keeps_nothing_that_cannot_be_noted_for_the_gallery()
    {
        server.Grains.Instead = new Outcome.Refused(Refusal.TenantErased);
        try
        {
            var before = Files();
            var (status, _) = await Upload(new ByteArrayContent(Png), server.Token());

            Assert.Equal(HttpStatusCode.ServiceUnavailable, status); // the tenant itself says that it is open
            Assert.Equal(before, Files());
        }
        finally
        {
            server.Grains.Instead = null;
        }
    }

    [Fact]
    public async Task takes_no_video_that_the_platform_would_refuse() =>
        await Refuses(new ByteArrayContent(new SampleVideo { FramesPerSecond = 12 }.Bytes()), server.Token(), 422, "media.frame_rate");

    [Fact]
    public async Task serves_a_part_and_nothing_anew()
    {
        var (_, asset) = await Upload(new ByteArrayContent(Png), server.Token());
        var address = $"/media/{asset.GetProperty("key").GetString()}";

        using var part = await Get(address, request => request.Headers.Range = new(0, 3));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(Png[..4], await part.Content.ReadAsByteArrayAsync());

        using var unchanged = await Get(address, request => request.Headers.IfNoneMatch.Add(part.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("/media/org_club/none.png")]
    [InlineData("/media/org_club/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/media/org_club/0195a000-0000-7000-8000-000000000000-00000000000000000000000000000000.png")]
    public async Task knows_nothing_else(string address)
    {
        using var answer = await server.Http.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task takes_nothing_from_a_stranger() => await Refuses(new ByteArrayContent(Png), null, 401, "UNAUTHENTICATED");

    [Fact]
    public async Task takes_nothing_from_someone_who_may_not_edit() =>
        await Refuses(new ByteArrayContent(Png), server.Token(claims => claims["o"]!["rol"] = "viewer"), 403, "FORBIDDEN");

    [Fact]
    public async Task takes_no_other_file() =>
        await Refuses(new StringContent("<svg onload='alert(1)'/>"), server.Token(), 422, "media.not_a_picture");

    [Fact]
    public async Task takes_no_form() =>
        await Refuses(
            new MultipartFormDataContent { { new ByteArrayContent(Png), "file" } },
            server.Token(),
            415,
            "UNSUPPORTED_MEDIA_TYPE"
        );

    [Fact]
    public async Task takes_no_file_beyond_the_limit_whether_or_not_it_tells_its_length()
    {
        await Refuses(new ByteArrayContent(new byte[Limit + 1]), server.Token(), 413, "LIMIT_BODY");
        await Refuses(new StreamContent(new Unmeasured(Limit + 1)), server.Token(), 413, "LIMIT_BODY");
    }

    [Fact]
    public async Task takes_few_files_at_once_and_says_when_to_come_again()
    {
        var held = new List<RateLimitLease>();
        do held.Add(server.UploadRoom.Enter(TenantId.Parse($"org_{held.Count}")));
        while (held[^1].IsAcquired);
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/media") { Content = new ByteArrayContent(Png) })
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Token());
            using var answer = await server.Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
            Assert.Contains("\"UNAVAILABLE\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        held.ForEach(lease => lease.Dispose());

        Assert.Equal(HttpStatusCode.Created, (await Upload(new ByteArrayContent(Png), server.Token())).Item1);
        Assert.Equal(9, held.Count); // eight places, and one that was not to be had
    }

    [Fact]
    public async Task takes_no_room_for_bytes_that_are_only_announced()
    {
        var content = new MemoryStream(Png);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var body = await MediaUpload.Whole(content, claimed: Limit, CancellationToken.None);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Limit / 4);
        Assert.Equal(Png, body!.Value.ToArray());
    }

    private async Task Refuses(HttpContent body, string? token, int status, string code)
    {
        var (answered, json) = await Upload(body, token);

        Assert.Equal(status, (int)answered);
        Assert.Equal(code, json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task<(HttpStatusCode, JsonElement)> Upload(HttpContent body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/media") { Content = body };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await server.Http.SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private async Task<HttpResponseMessage> Get(string address, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        change(request);
        return await server.Http.SendAsync(request);
    }

    /// <summary>Zeros that do not say how many they are.</summary>
    private sealed class Unmeasured(long length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false;
    }
}
