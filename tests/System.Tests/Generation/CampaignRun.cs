using System.Globalization;
using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem.Generation;

/// <summary>A campaign that is being written, as the API tells of it.</summary>
internal sealed class CampaignRun
{
    private readonly LiveSystem system;
    private readonly string token;

    private CampaignRun(LiveSystem system, string token, string campaign) => (this.system, this.token, Id) = (system, token, campaign);

    public string Id { get; }

    /// <summary>Begins a campaign, in a tenant of its own.</summary>
    public static async Task<CampaignRun> Begin(
        LiveSystem system,
        string brief = "A spring sale of bicycles in Lisbon, with coffee for everyone."
    )
    {
        var token = await system.Token($"org_{system.New("run")}");
        var campaign = await system.Mutate(token, "createCampaign", "campaignId", new() { ["name"] = "Spring", ["brief"] = brief });
        return new(system, token, (string)campaign["campaignId"]!);
    }

    /// <summary>Orders it to be written.</summary>
    public Task<JsonNode> Order(JsonObject order)
    {
        order["campaignId"] = Id;
        order["language"] ??= "en";
        order["posts"] ??= new JsonArray();
        return system.Mutate(token, "writeCampaign", "campaignId", order);
    }

    /// <summary>Sends any other command of the campaign.</summary>
    public Task<JsonNode> Mutate(string name, JsonObject input)
    {
        input["campaignId"] = Id;
        return system.Mutate(token, name, "campaignId", input);
    }

    /// <summary>The same, which may be refused.</summary>
    public Task<JsonNode> TryMutate(string name, JsonObject input)
    {
        input["campaignId"] = Id;
        return system.TryMutate(token, name, "campaignId", input);
    }

    /// <summary>The files of one kind in the gallery of its tenant.</summary>
    public async Task<List<JsonNode>> Gallery(string kind) => [.. (
                await system.Query(
                    token,
                    """
                    query($where: MediaAssetFilterInput) { mediaAssets(first: 100, where: $where) { nodes {
                      key source provider costMicroUsd usedBy { kind id } media { url bytes audio { seconds } } } } }
                    """,
                    new() { ["where"] = new JsonObject { ["kind"] = new JsonArray(kind) } }
                )
            )["mediaAssets"]!["nodes"]!.AsArray().Select(node => node!)];

    /// <summary>The campaign with its items.</summary>
    public async Task<JsonNode?> Read() =>
        (
            await system.Query(
                token,
                """
                query($id: ID!) { campaign(id: $id) { writing { state problem { code message } missing } posts {
                  id platform caption hashtags illustration { state problem { code } } mediaList { url } script { content slides { words } }
                  parts { role number media { url kind } problem { code } generationId } } } }
                """,
                new() { ["id"] = Id }
            )
        )["campaign"];

    /// <summary>Its AI jobs.</summary>
    public Task<List<JsonNode>> Jobs() =>
        Pages(
            "generations",
            "GenerationFilterInput",
            "id kind state attempts faults missing lastProblem { code } madeBy { provider } calls { number provider outcome requestId problem { code } }"
        );

    /// <summary>Its calls, by the log of calls.</summary>
    public Task<List<JsonNode>> Calls() =>
        Pages(
            "aiCalls",
            "AiCallFilterInput",
            "operation provider state outcome errorCode costMicroUsd costBasis reservedMicroUsd requestId"
        );

    /// <summary>The ledger of the tenant, whose only campaign it is.</summary>
    public async Task<JsonNode> Budget() =>
        (await system.Query(token, "{ aiBudget { spentMicroUsd setAsideMicroUsd callsUnderWay heldByAttemptId } }"))["aiBudget"]!;

    /// <summary>What the sums of usage come to.</summary>
    public async Task<JsonNode> Usage() =>
        (await system.Query(token, "{ aiUsage { total { calls done failed costMicroUsd estimatedMicroUsd } } }"))["aiUsage"]!["total"]!;

    /// <summary>Waits until something can be said of its jobs.</summary>
    public Task Until(TimeSpan patience, Func<List<JsonNode>, bool> holds) =>
        LiveSystem.Until(patience, async () => await Jobs() is var jobs && holds(jobs) ? jobs : null);

    /// <summary>Waits until no job is under way, and none will follow.</summary>
    public async Task End(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (true)
        {
            var (campaign, jobs) = (await Read(), await Jobs());
            if (
                (string?)campaign?["writing"]?["state"] is "DONE" or "FAILED"
                && jobs.All(IsOver)
                && campaign!["posts"]!.AsArray().All(item => (string?)item!["illustration"]!["state"] != "REQUESTED")
                && campaign["posts"]!.AsArray().SelectMany(item => item!["parts"]!.AsArray()).All(part => part!["generationId"] is null)
            )
                return;
            if (deadline.IsCancellationRequested)
                throw new TimeoutException(
                    string.Join('\n', jobs.Where(job => !IsOver(job)).Select(job => job.ToJsonString()).Prepend("Jobs are left:"))
                );
            await Task.Delay(200, CancellationToken.None);
        }
    }

    public static bool IsOver(JsonNode job) => (string?)job["state"] is "DONE" or "FAILED" or "CANCELLED";

    /// <summary>Money as the API tells it.</summary>
    public static decimal Money(JsonNode? amount) => decimal.Parse((string)amount!, CultureInfo.InvariantCulture);

    private async Task<List<JsonNode>> Pages(string field, string filter, string selection)
    {
        var all = new List<JsonNode>();
        string? after = null;
        do
        {
            var page = (
                await system.Query(
                    token,
                    $"query($where: {filter}, $after: String) {{ {field}(first: 100, after: $after, where: $where) {{ nodes {{ {selection} }} pageInfo {{ hasNextPage endCursor }} }} }}",
                    new()
                    {
                        ["where"] = new JsonObject { ["campaignId"] = Id },
                        ["after"] = after,
                    }
                )
            )[field]!;
            all.AddRange(page["nodes"]!.AsArray().Select(node => node!));
            after = (bool)page["pageInfo"]!["hasNextPage"]! ? (string)page["pageInfo"]!["endCursor"]! : null;
        } while (after is not null);
        return all;
    }
}
