using System.Text.Json.Nodes;
using Campaigns.Bench.Reports;
using Campaigns.Bench.Running;

namespace Campaigns.Bench.Command;

/// <summary>A mutation over HTTP until its event is committed, beside the same server answering a question that costs it nothing.</summary>
internal static class CommandBench
{
    private const string Question = "{ __typename }";

    public static async Task<int> Run(string[] args)
    {
        if (BenchOptions.Read("command", args, ("in-flight", 64), ("seconds", 4), ("rounds", 5)) is not { } options)
            return 2;

        await using var system = await RunningSystem.Start();
        var silo = await system.StartSilo();
        var token = await system.Token("org_bench");
        var callers = options["in-flight"];
        var campaigns = new List<string>();
        for (var caller = 0; caller < callers; caller++)
            campaigns.Add(await Begin(system, token));

        var report = new BenchReport("command", $"renameCampaign on {callers} campaigns, one in flight on each");
        List<Measured> commands = [],
            questions = [];
        List<double> cpu = [];
        for (var round = 0; round <= options["rounds"]; round++) // the first warms
        {
            await Console.Error.WriteLineAsync(round == 0 ? "warming" : $"round {round} of {options["rounds"]}");
            var before = silo.CpuMilliseconds;
            var command = await ClosedLoop.Run(callers, options.Seconds("seconds"), (n, turn) => Rename(campaigns[n], $"{round} {turn}"));
            var used = silo.CpuMilliseconds - before;
            var question = await ClosedLoop.Run(callers, options.Seconds("seconds"), (_, _) => system.Ask(token, Question));
            if (round == 0)
                continue;
            commands.Add(command);
            questions.Add(question);
            cpu.Add(used * 1000 / (command.PerSecond * options.Seconds("seconds").TotalSeconds));
        }

        report.Add("mutations", "/s", [.. commands.Select(m => m.PerSecond)]);
        report.Add("mutations, p50", "ms", [.. commands.Select(m => m.P50)]);
        report.Add("mutations, p99", "ms", [.. commands.Select(m => m.P99)]);
        report.Add("mutations, CPU of the silo", "us", cpu);
        report.Add($"{Question}", "/s", [.. questions.Select(m => m.PerSecond)]);
        report.Add($"{Question}, p50", "ms", [.. questions.Select(m => m.P50)]);
        report.Add($"{Question}, p99", "ms", [.. questions.Select(m => m.P99)]);
        report.Add("mutations / questions", "", [.. commands.Zip(questions, (a, b) => a.PerSecond / b.PerSecond)]);
        return report.Print(options.Json);

        Task Rename(string campaign, string name) =>
            system.Mutate(
                token,
                "renameCampaign",
                "receipt { position }",
                new()
                {
                    ["campaignId"] = campaign,
                    ["name"] = $"Spring {name}",
                    ["commandId"] = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(),
                }
            );
    }

    private static async Task<string> Begin(RunningSystem system, string token)
    {
        var input = new JsonObject
        {
            ["name"] = "Spring",
            ["brief"] = "A spring sale of bicycles in Lisbon, with coffee for everyone.",
            ["commandId"] = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(),
        };
        return (string)(await system.Mutate(token, "createCampaign", "campaignId", input))["campaignId"]!;
    }
}
