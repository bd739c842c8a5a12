using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem;

/// <summary>From Clerk's signed message to what people read about each other.</summary>
public sealed class News_of_Clerks(News_of_Clerks.Told system) : IClassFixture<News_of_Clerks.Told>
{
    private const string Secret = "whsec_dGhlLXNlY3JldC1vZi10aGlzLXN5c3RlbXMtd2ViaG9vaw==";
    private const int Taken = 204;
    private const int NotSigned = 401;

    [Fact]
    public async Task name_people_and_organisations_and_say_who_left()
    {
        var (org, person) = ($"org_{system.New("club")}", $"user_{system.New("ada")}");
        var token = await system.Token(org);
        foreach (var type in new[] { "organization.created", "user.created", "organizationMembership.created" })
            Assert.Equal(Taken, await Send(type, org, person));

        var known = (await Members(token)).Single(member => (string?)member["userId"] == person);
        Assert.NotNull((string?)known["name"]);
        Assert.Equal("member", (string?)known["role"]);
        Assert.NotNull((string?)(await system.Query(token, "{ tenant { name } }"))["tenant"]!["name"]);

        Assert.Equal(Taken, await Send("organizationMembership.deleted", org, person));
        var left = (await Members(token)).Single(member => (string?)member["userId"] == person);
        Assert.Equal((null, null, true), ((string?)left["name"], (string?)left["role"], left["leftAt"] is not null));

        Assert.Equal(Taken, await Send("user.deleted", org, person));
        Assert.DoesNotContain(await Members(token), member => (string?)member["userId"] == person);
        Assert.Equal(Taken, await Send("organizationMembership.created", org, person)); // late news of who is gone
        Assert.DoesNotContain(await Members(token), member => (string?)member["userId"] == person);

        Assert.Equal(Taken, await Send("organization.deleted", org, person));
        Assert.Null((string?)(await system.Query(token, "{ tenant { name } }"))["tenant"]!["name"]);
    }

    [Fact]
    public async Task are_taken_once_and_of_nobody_else()
    {
        var (org, person) = ($"org_{system.New("club")}", $"user_{system.New("eve")}");
        var token = await system.Token(org);
        foreach (
            var forged in new JsonObject[]
            {
                new() { ["secret"] = "whsec_c29tZWJvZHkgZWxzZXMgc2VjcmV0IGFsdG9nZXRoZXI=" },
                new() { ["signedSecondsAgo"] = 3_600 },
                new() { ["signedSecondsAgo"] = -3_600 },
            }
        )
            Assert.Equal(NotSigned, await Send("organizationMembership.created", org, person, forged));
        Assert.DoesNotContain(await Members(token), member => (string?)member["userId"] == person);

        var id = $"msg_{system.New("joined")}";
        Assert.Equal(Taken, await Send("organizationMembership.created", org, person, new() { ["id"] = id }));
        Assert.Equal(Taken, await Send("organizationMembership.deleted", org, person));
        Assert.Equal(Taken, await Send("organizationMembership.created", org, person, new() { ["id"] = id })); // sent again
        Assert.NotNull((await Members(token)).Single(member => (string?)member["userId"] == person)["leftAt"]);
    }

    private async Task<int> Send(string type, string org, string person, JsonObject? more = null)
    {
        var ask = more ?? [];
        ask["to"] = new Uri(system.Silos[0].Api, "webhooks/clerk").ToString();
        ask["type"] = type;
        ask["org"] = org;
        ask["user"] = person;
        ask["role"] = "member";
        ask["secret"] ??= Secret;
        return (int)(await system.AskSandbox("clerk/_webhook", ask))["status"]!;
    }

    private async Task<IEnumerable<JsonNode>> Members(string token) =>
        (await system.Query(token, "{ members(first: 50) { nodes { userId name role leftAt } } }"))["members"]!["nodes"]!
            .AsArray()
            .Select(node => node!);

    /// <summary>A system that Clerk tells its news to.</summary>
    public sealed class Told : LiveSystem
    {
        protected override Task Adjust(Dictionary<string, string> environment)
        {
            environment["CLERK_WEBHOOK_SECRET"] = Secret;
            return Task.CompletedTask;
        }
    }
}
