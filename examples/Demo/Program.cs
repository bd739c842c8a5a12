using System.Text.Json.Nodes;
using Campaigns.Demo;

const string Usage = "usage: campaigns-demo --run RUN.JSON [BRIEF.JSON]";
const string DefaultBrief = "padaria-sao-paulo.json";

if (args is not ["--run", var runFile, .. var rest] || rest.Length > 1)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

try
{
    var briefPath = rest is [var given] ? given : Path.Combine(AppContext.BaseDirectory, "briefs", DefaultBrief);
    if (!File.Exists(briefPath))
        throw new DemoFailure($"there is no file {briefPath}");
    var (brief, errors) = BriefFile.Parse((await File.ReadAllBytesAsync(briefPath)).AsSpan());
    if (brief is null)
        throw new DemoFailure(string.Join('\n', errors.Select(error => $"{briefPath}: {error}")));

    var run = JsonNode.Parse(await File.ReadAllTextAsync(runFile))!;
    if ((string?)run["sandboxUrl"] is not { } sandboxUrl)
        throw new DemoFailure("the demo plays against the sandbox, which this system does not use");

    using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
    var sandbox = new Sandbox(http, new(sandboxUrl.TrimEnd('/') + '/'));
    var clock = TimeProvider.System;
    var api = new GraphQLClient(http, new(((string)run["apiUrl"]!).TrimEnd('/') + "/graphql"), await sandbox.Token(), clock, Screen.Say);
    Console.WriteLine($"Playing {Path.GetFileName(briefPath)} against {run["apiUrl"]}.");
    var isLive = await new Play(api, sandbox, clock, brief).Run();
    Console.WriteLine(isLive ? "\nDone: a brief became a published post." : "\nDone: a brief became a scheduled post.");
    return 0;
}
catch (Exception e) when (e is DemoFailure or HttpRequestException or IOException)
{
    Console.Error.WriteLine($"\nThe demo failed: {e.Message}");
    return 1;
}
