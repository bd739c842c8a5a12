using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem;

/// <summary>A command that was acknowledged: where it is said to stand, and what it took.</summary>
/// <param name="Command">Its id.</param>
/// <param name="Version">Of its stream, after it.</param>
/// <param name="Position">Of its last event in the log.</param>
/// <param name="Tries">How often it was sent.</param>
/// <param name="Took">From the first try to the acknowledgement.</param>
internal sealed record Acknowledged(string Command, long Version, long Position, int Tries, TimeSpan Took);

/// <summary>
/// Clients at work: each makes campaigns, names them anew, and writes and edits posts, in a tenant of its own. They begin at every API of the
/// cluster in turn; a command that gets no answer, or one that says "again", is sent again with its id to the next, and there the client stays.
/// </summary>
internal sealed class Load : IAsyncDisposable
{
    private readonly LiveSystem system;
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentQueue<Acknowledged> acknowledged = new();
    private readonly ConcurrentQueue<string> failed = new();
    private readonly int mostTries;
    private readonly TimeSpan patience;
    private readonly Task[] clients;
    private readonly int[] places;

    private Load(LiveSystem system, string[] tokens, int mostTries, TimeSpan patience)
    {
        (this.system, this.mostTries, this.patience) = (system, mostTries, patience);
        places = [.. tokens.Select((_, seed) => seed % system.Silos.Count)];
        clients = [.. tokens.Select((token, seed) => Task.Run(() => Work(token, seed)))];
    }

    /// <summary>What was acknowledged so far.</summary>
    public IReadOnlyCollection<Acknowledged> Acknowledged => acknowledged;

    /// <summary>Commands that were given up, and why.</summary>
    public IReadOnlyCollection<string> Failed => failed;

    /// <summary>Sets clients to work.</summary>
    /// <param name="system">Where.</param>
    /// <param name="clients">How many.</param>
    /// <param name="mostTries">After so many a command has failed.</param>
    /// <param name="patience">How long a client waits for one answer.</param>
    public static async Task<Load> Start(LiveSystem system, int clients, int mostTries, TimeSpan patience)
    {
        var tokens = new List<string>();
        for (var client = 0; client < clients; client++)
            tokens.Add(await system.Token($"org_{system.New("load")}"));
        return new(system, [.. tokens], mostTries, patience);
    }

    /// <summary>Waits until so many more commands are acknowledged.</summary>
    public async Task More(int commands)
    {
        var goal = acknowledged.Count + commands;
        var watch = Stopwatch.StartNew();
        while (acknowledged.Count < goal)
        {
            Assert.True(
                watch.Elapsed < TimeSpan.FromSeconds(60),
                $"{goal - acknowledged.Count} of {commands} commands did not get through"
            );
            await Task.Delay(20);
        }
    }

    /// <summary>Lets every client finish its command, and stops.</summary>
    public async Task Stop()
    {
        await end.CancelAsync();
        await Task.WhenAll(clients);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        end.Dispose();
    }

    private async Task Work(string token, int seed)
    {
        var hand = new Random(seed);
        var campaigns = new List<string>();
        var posts = new List<(string Campaign, string Item)>();
        for (var turn = 0; !end.IsCancellationRequested; turn++)
        {
            var campaign = campaigns.Count == 0 ? "" : campaigns[hand.Next(campaigns.Count)];
            switch (hand.Next(10))
            {
                case 0 or 1 when campaigns.Count < 12:
                case var _ when campaigns.Count == 0:
                    var made = await Carry(token, seed, "createCampaign", "campaignId", new() { ["name"] = "Load", ["brief"] = "Work." });
                    if (made is not null)
                        campaigns.Add((string)made["campaignId"]!);
                    break;
                case < 5 when posts.Count < 30:
                    var added = await Carry(
                        token,
                        seed,
                        "addPost",
                        "itemId",
                        new()
                        {
                            ["campaignId"] = campaign,
                            ["platform"] = "INSTAGRAM",
                            ["caption"] = "A post.",
                        }
                    );
                    if (added is not null)
                        posts.Add((campaign, (string)added["itemId"]!));
                    break;
                case < 7 when posts.Count > 0:
                    var (of, item) = posts[hand.Next(posts.Count)];
                    var caption = $"A post, as {turn} wants it.";
                    await Carry(
                        token,
                        seed,
                        "editPost",
                        "itemId",
                        new()
                        {
                            ["campaignId"] = of,
                            ["itemId"] = item,
                            ["caption"] = caption,
                        }
                    );
                    break;
                default:
                    await Carry(
                        token,
                        seed,
                        "renameCampaign",
                        "campaignId",
                        new() { ["campaignId"] = campaign, ["name"] = $"Named in turn {turn}" }
                    );
                    break;
            }
        }
    }

    /// <summary>The payload of a command; null when it failed.</summary>
    private async Task<JsonNode?> Carry(string token, int client, string name, string selection, JsonObject input)
    {
        var command = system.New("load");
        input["commandId"] = command;
        var document = LiveSystem.Document(name, $"{selection} receipt {{ version position }}");
        var watch = Stopwatch.StartNew();
        var last = "";
        for (var tries = 1; tries <= mostTries; tries++)
        {
            var at = system.Silos[places[client]];
            using var limit = new CancellationTokenSource(patience);
            var (body, status) = await system.Ask(token, document, new() { ["input"] = input.DeepClone() }, at, limit.Token);
            if (body?["data"]?[name] is { } payload)
            {
                if (payload["receipt"] is not { } receipt)
                {
                    failed.Enqueue($"{name} {command}: refused: {payload["errors"]!.ToJsonString()}");
                    return null;
                }
                acknowledged.Enqueue(
                    new(command, (long)receipt["version"]!, long.Parse((string)receipt["position"]!), tries, watch.Elapsed)
                );
                return payload;
            }
            places[client] = (places[client] + 1) % system.Silos.Count;
            last = body?["errors"]?.ToJsonString() ?? $"no answer ({status})";
            // What was no refusal is sent again: a silo that dies may not know what ails it, and the command has its id.
        }
        failed.Enqueue($"{name} {command}: {last}, after {watch.Elapsed}");
        return null;
    }
}
