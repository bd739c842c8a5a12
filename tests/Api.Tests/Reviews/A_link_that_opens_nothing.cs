using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Campaigns.Api.Reviews;
using Campaigns.Api.Tests.Auth;
using Campaigns.Api.Tests.Fields;
using Campaigns.Domain.Reviews;

namespace Campaigns.Api.Tests.Reviews;

/// <summary>The grains behind this server know no invitation.</summary>
public sealed class A_link_that_opens_nothing : IAsyncLifetime
{
    // Its own: it counts what fails.
    private readonly ApiServer server = new();

    private static string Genuine =>
        new ReviewLink(Given.Club, Given.Campaign(), new(Guid.CreateVersion7(Given.Nine)), Given.Nine).TokenWith(new byte[32]);

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task is_answered_in_the_same_words_whatever_it_is()
    {
        var first = await Ask(Genuine);

        Assert.Equal(HttpStatusCode.NotFound, first.Status);
        Assert.Contains("\"NOT_FOUND\"", first.Body, StringComparison.Ordinal);
        Assert.Contains("There is no such review.", first.Body, StringComparison.Ordinal);
        foreach (var token in (string[])["rvw1.", "rvw1.x.y", "rvw1.b3Jn.c2ln", $"rvw1.{new string('A', 2000)}.A"])
            Assert.Equal(first, await Ask(token));
    }

    [Fact]
    public async Task may_be_tried_few_times_a_minute()
    {
        for (var tries = 0; tries < ReviewDoor.MostFailures; tries++)
            Assert.Equal(HttpStatusCode.NotFound, (await Ask(Genuine)).Status);

        var refused = await Ask(Genuine);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("\"RATE_LIMITED\"", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task opens_no_evidence_either()
    {
        var address = $"/publications/{Given.Publication()}/evidence";

        Assert.Equal(HttpStatusCode.Unauthorized, (await Get(address, Genuine)).Status);
        var session = await Get(address, server.Token());
        Assert.Equal(HttpStatusCode.NotFound, session.Status);
        Assert.Contains("\"NOT_FOUND\"", session.Body, StringComparison.Ordinal);
        var intern = await Get(address, server.Token(claims => claims["o"]!["rol"] = "intern"));
        Assert.Equal(HttpStatusCode.Forbidden, intern.Status);
    }

    private Task<(HttpStatusCode Status, string Body)> Ask(string token) =>
        Send(
            new(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ review { campaignName } }" }) },
            token,
            "application/graphql-response+json"
        );

    private Task<(HttpStatusCode Status, string Body)> Get(string address, string token) =>
        Send(new(HttpMethod.Get, address), token, "application/json");

    private async Task<(HttpStatusCode Status, string Body)> Send(HttpRequestMessage request, string token, string accept)
    {
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Accept.ParseAdd(accept);
            using var answer = await server.Http.SendAsync(request);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }
}
