using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Campaigns.Api.Members;
using Campaigns.Api.Tests.Auth;
using Campaigns.Domain.Members;

namespace Campaigns.Api.Tests.Members;

public sealed class A_message_of_Clerks : IAsyncLifetime
{
    private static readonly DateTimeOffset Noted = DateTimeOffset.FromUnixTimeMilliseconds(1772355660000);

    private readonly ApiServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task tells_who_belongs_where()
    {
        Assert.Equal(204, (await Send(ClerkSample.Member)).Status);

        var told = Heard().Membership!;
        Assert.Equal(("org_club", "user_ada", "admin"), (told.Tenant.Value, told.Person.Value, told.Role));
        Assert.Equal(("Ada Lovelace", "ada@example.com"), (told.Profile.Name, told.Profile.Email));
        Assert.Equal((Noted.AddMinutes(-1), Noted, false), (told.JoinedAt, told.At, told.IsOver));
    }

    [Fact]
    public async Task tells_that_someone_left_as_of_when_it_was_sent()
    {
        await Send(ClerkSample.Member.Replace("Membership.created", "Membership.deleted", StringComparison.Ordinal));

        var told = Heard().Membership!;
        Assert.Equal((true, Noted.AddSeconds(1)), (told.IsOver, told.At));
    }

    [Fact]
    public async Task tells_what_a_person_is_called_by_the_address_they_chose()
    {
        await Send(ClerkSample.Person);

        var told = Heard().Person!;
        Assert.Equal(("user_ada", "Ada", "ada@example.com"), (told.Person.Value, told.Profile.Name, told.Profile.Email));
    }

    [Fact]
    public async Task tells_what_an_organisation_is_called_in_seconds_too()
    {
        await Send(ClerkSample.Organization);

        Assert.Equal(new OrganizationNews(Heard().Organization!.Tenant, "The Club", Noted), Heard().Organization);
    }

    [Fact]
    public async Task tells_that_someone_is_no_more()
    {
        await Send(ClerkSample.PersonDeleted);

        Assert.Equal("user_ada", Heard().Gone!.Id.Value);
    }

    [Fact]
    public async Task is_taken_as_Clerks_own_signer_signs_it()
    {
        Assert.SkipUnless(await Svix.IsHere(), "Node is not installed.");
        var secret = $"whsec_{Convert.ToBase64String(ApiServer.WebhookKey)}";
        var signature = await Svix.Sign(secret, "msg_of_svix", server.Now, ClerkSample.Person);

        Assert.Equal(204, (await Send(ClerkSample.Person, id: "msg_of_svix", signature: signature)).Status);
        Assert.Equal("msg_of_svix", Heard().Id);
    }

    [Fact]
    public async Task may_carry_the_newer_names_and_another_keys_signature_beside()
    {
        var good = Sign("msg_1", server.Now, ClerkSample.Person, ApiServer.WebhookKey);
        var other = Sign("msg_1", server.Now, ClerkSample.Person, new byte[24]);

        Assert.Equal(204, (await Send(ClerkSample.Person, signature: $"v1,{other} v2,{good} v1,{good}", prefix: "webhook")).Status);
    }

    [Theory]
    [InlineData(-300, 204)]
    [InlineData(300, 204)]
    [InlineData(-301, 401)]
    [InlineData(301, 401)]
    public async Task counts_for_five_minutes_either_way(int seconds, int status) =>
        Assert.Equal(status, (await Send(ClerkSample.Person, at: server.Now + seconds)).Status);

    public static TheoryData<string, string?> Strangers =>
        new()
        {
            { "by another key", "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" },
            { "in another version", "v2,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" },
            { "by too little", "v1,AAAA" },
            { "by nonsense", "v1,?" },
            { "by nothing", "" },
            { "not at all", null },
        };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task is_refused_when_it_is_signed(string how, string? signature)
    {
        Assert.NotEmpty(how);
        var answer = await Send(ClerkSample.Person, signature: signature, sign: false);

        Assert.Equal((401, "webhook.not_signed"), (answer.Status, answer.Code));
        Assert.Empty(server.Grains.Heard);
    }

    [Fact]
    public async Task is_refused_when_anything_in_it_was_changed()
    {
        var signature = $"v1,{Sign("msg_1", server.Now, ClerkSample.Person, ApiServer.WebhookKey)}";

        Assert.Equal(401, (await Send(ClerkSample.Person + " ", signature: signature)).Status);
        Assert.Equal(401, (await Send(ClerkSample.Person, id: "msg_2", signature: signature)).Status);
        Assert.Equal(401, (await Send(ClerkSample.Person, at: server.Now + 1, signature: signature)).Status);
        Assert.Empty(server.Grains.Heard);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("[]")]
    [InlineData("""{"type":"user.created"}""")]
    [InlineData("""{"type":"user.created","data":{"id":"org_club","updated_at":1}}""")]
    [InlineData("""{"type":"user.created","data":{"id":"user_x/../y","updated_at":1}}""")]
    [InlineData("""{"type":"user.created","data":{"id":"user_x","updated_at":"today"}}""")]
    [InlineData("""{"type":"user.created","data":{"id":"user_x","first_name":"\ud800","updated_at":1}}""")]
    [InlineData("""{"type":"organization.created","data":{"id":"org_x","name":7,"updated_at":1}}""")]
    public async Task is_refused_when_it_is_not_what_it_says(string body)
    {
        var answer = await Send(body);

        Assert.Equal((400, "webhook.malformed"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task is_taken_and_passed_over_when_it_is_of_no_interest()
    {
        Assert.Equal(204, (await Send(ClerkSample.Session)).Status);
        Assert.Empty(server.Grains.Heard);
    }

    [Fact]
    public async Task has_a_longest_length()
    {
        var answer = await Send(new string(' ', ClerkWebhookEndpoint.MostBytes + 1));

        Assert.Equal((413, "webhook.too_long"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task is_to_be_sent_again_while_it_cannot_be_taken_in()
    {
        server.Grains.IsDirectoryAway = true;
        var answer = await Send(ClerkSample.Person);

        Assert.Equal((503, "webhook.unavailable"), (answer.Status, answer.Code));
    }

    private DirectoryMessage Heard() => Assert.Single(server.Grains.Heard);

    private async Task<(int Status, string? Code)> Send(
        string body,
        string id = "msg_1",
        long? at = null,
        string? signature = null,
        string prefix = "svix",
        bool sign = true
    )
    {
        var seconds = at ?? server.Now;
        if (sign)
            signature ??= $"v1,{Sign(id, seconds, body, ApiServer.WebhookKey)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, ClerkWebhookEndpoint.Path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add($"{prefix}-id", id);
        request.Headers.Add($"{prefix}-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        if (signature is not null)
            request.Headers.TryAddWithoutValidation($"{prefix}-signature", signature);
        using var response = await server.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var code =
            response.StatusCode is HttpStatusCode.NoContent
                ? null
                : JsonElement.Parse(text).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
        return ((int)response.StatusCode, code);
    }

    private static string Sign(string id, long seconds, string body, byte[] key) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}")));
}
