using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem;

public sealed class A_webhook(LiveSystem system) : IClassFixture<LiveSystem>
{
    private const string Log =
        "query($id: ID!) { webhookDeliveries(last: 50, where: { webhookId: $id }) { nodes { id type state attemptCount attempts { status error } } } }";

    [Fact]
    public async Task is_told_what_becomes_of_a_post_though_the_silo_is_killed_and_its_receiver_refuses_at_first()
    {
        using var receiver = new Receiver(refusals: 1);
        using var strangers = new Receiver();
        var workspace = await Workspace.Open(system);
        var (webhook, _) = await Created(workspace.Token, receiver);
        await Created(await system.Token($"org_{system.New("stranger")}"), strangers);
        var post = (await workspace.ApprovedPosts(1))[0];
        var due = TimeProvider.System.GetUtcNow().AddSeconds(8);
        await system.Mutate(workspace.Token, "schedulePost", "publicationId", workspace.Schedule(post, due));

        system.KillSilo();
        await system.StartSilo();

        string[] expected = ["post.approved", "post.live", "post.publish_started", "post.scheduled"];
        var taken = await LiveSystem.Until(
            TimeSpan.FromSeconds(150),
            () => Task.FromResult(expected.All(type => Types(receiver).Contains(type)) ? receiver.Taken : null)
        );

        // At least once: a repeat has the id of the first.
        Assert.Equal(expected, taken.DistinctBy(one => one.Id).Select(one => TypeOf(one.Message)).Order(StringComparer.Ordinal));
        Assert.Empty(strangers.Taken);
        var log = await LiveSystem.Until(TimeSpan.FromSeconds(60), async () => AllDelivered(await Deliveries(workspace, webhook)));
        Assert.Contains(log, delivery => delivery!["attempts"]!.AsArray().Any(attempt => (int?)attempt!["status"] == 503));
    }

    [Fact]
    public async Task shows_its_secret_once_and_what_was_sent_to_administrators_alone()
    {
        using var receiver = new Receiver();
        var org = $"org_{system.New("club")}";
        var token = await system.Token(org);
        var (webhook, secret) = await Created(token, receiver);
        var sent = await system.Mutate(token, "testWebhook", "deliveryId delivery { type }", new() { ["webhookId"] = webhook });

        Assert.Equal("webhook.test", (string?)sent["delivery"]!["type"]);
        await LiveSystem.Until(TimeSpan.FromSeconds(60), () => Task.FromResult(receiver.Taken.Count > 0 ? receiver : null));
        var again = new JsonObject { ["webhookId"] = webhook, ["deliveryId"] = (string)sent["deliveryId"]! };
        await system.Mutate(token, "redeliverWebhook", "deliveryId", again);
        await LiveSystem.Until(TimeSpan.FromSeconds(60), () => Task.FromResult(receiver.Taken.Count > 1 ? receiver : null));
        Assert.Single(receiver.Taken.Select(one => one.Id).Distinct());

        var seen = await LiveSystem.Until(
            TimeSpan.FromSeconds(60),
            async () =>
            {
                var data = await system.Query(
                    token,
                    "{ webhookEndpoints { nodes { id url state } } history(where: { subjectKind: WEBHOOK }) { nodes { summary data changes { field to } } } }"
                );
                return data["history"]!["nodes"]!.AsArray().Count > 0 ? data : null;
            }
        );
        Assert.Equal(webhook, (string?)seen["webhookEndpoints"]!["nodes"]![0]!["id"]);
        Assert.DoesNotContain(secret, seen.ToJsonString());
        Assert.DoesNotContain(receiver.Url, seen["history"]!.ToJsonString());
        var (refused, _) = await system.Ask(await system.Token(org, "member"), "{ webhookDeliveries { nodes { id } } }");
        Assert.Equal("FORBIDDEN", (string?)refused!["errors"]![0]!["extensions"]!["code"]);
    }

    private async Task<(string Webhook, string Secret)> Created(string token, Receiver receiver)
    {
        var made = await system.Mutate(token, "createWebhook", "webhookId secret", new() { ["url"] = receiver.Url });
        return ((string)made["webhookId"]!, (string)made["secret"]!);
    }

    private async Task<JsonArray> Deliveries(Workspace workspace, string webhook) =>
        (await system.Query(workspace.Token, Log, new() { ["id"] = webhook }))["webhookDeliveries"]!["nodes"]!.AsArray();

    private static JsonArray? AllDelivered(JsonArray deliveries) =>
        deliveries.All(delivery => (string?)delivery!["state"] == "DELIVERED") ? deliveries : null;

    private static List<string> Types(Receiver receiver) => [.. receiver.Taken.Select(one => TypeOf(one.Message))];

    private static string TypeOf(System.Text.Json.JsonElement message) => message.GetProperty("type").GetString()!;
}
