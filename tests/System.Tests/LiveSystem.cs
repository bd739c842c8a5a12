using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Harness;

namespace Campaigns.RunningSystem;

/// <summary>Sandbox, silos and database, as an operator would run them, on ports of their own.</summary>
public class LiveSystem : IAsyncLifetime
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly string folder = Directory.CreateTempSubdirectory("campaigns-system-").FullName;
    private readonly Dictionary<string, string> environment = [];
    private readonly SpanCollector collector = new();
    private Uri sandbox = null!;
    private RunningProgram? sandboxProgram;
    private SiloProcess[] silos = [];
    private int ids;

    /// <summary>How many silos are one cluster here.</summary>
    protected virtual int SiloCount => 1;

    internal IReadOnlyList<SiloProcess> Silos => silos;

    /// <summary>Whoever operates it.</summary>
    internal const string Operator = "user_operator";

    /// <summary>What opens its metrics.</summary>
    internal const string MetricsToken = "for-the-tests-alone-0123456789";

    /// <summary>The spans that the silo has sent.</summary>
    internal IReadOnlyCollection<Span> Spans => collector.Spans;

    internal MigratedDatabase Database { get; private set; } = null!;

    /// <summary>Where its silos keep files.</summary>
    internal string MediaFolder => Path.Combine(folder, "media");

    /// <summary>Of its silos.</summary>
    internal byte[] MasterKey { get; } = RandomNumberGenerator.GetBytes(32);

    public async ValueTask InitializeAsync()
    {
        Database = await MigratedDatabase.Create();
        sandbox = new($"http://127.0.0.1:{FreePort.Next()}/");
        sandboxProgram = await RunningProgram.Start(
            "Sandbox",
            "campaigns-sandbox",
            ["--urls", Text(sandbox)],
            environment,
            new(sandbox, "health")
        );
        silos = [.. Enumerable.Range(0, SiloCount).Select(_ => new SiloProcess(environment))];
        Configure();
        await Adjust(environment);
        await Task.WhenAll(silos.Select(silo => silo.Start()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in silos)
            silo.Dispose();
        sandboxProgram?.Dispose();
        http.Dispose();
        collector.Dispose();
        Stop();
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the silo again, on the same ports.</summary>
    internal Task StartSilo() => silos[0].Start();

    /// <summary>The end of what the silo has logged.</summary>
    internal List<JsonNode> LogLines() =>
        [
            .. silos[0]
                .Output.Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.StartsWith('{') && line.EndsWith('}'))
                .Select(line => JsonNode.Parse(line)!),
        ];

    /// <summary>The end of what the sandbox has printed.</summary>
    internal string SandboxOutput => sandboxProgram!.Output;

    /// <summary>kill -9.</summary>
    internal void KillSilo() => silos[0].Kill();

    /// <summary>A name that nobody else uses.</summary>
    internal string New(string what) => $"{what}_{Interlocked.Increment(ref ids)}";

    /// <summary>A token of an admin of an organisation.</summary>
    internal Task<string> Token(string org, string role = "admin", string user = "user_test") =>
        http.GetStringAsync(new Uri(sandbox, $"clerk/_token?user={user}&org={org}&role={role}"));

    /// <summary>Asks for a page, with one more header.</summary>
    internal async Task<(int Status, string Body)> Get(string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(silos[0].Api, path));
        request.Headers.TryAddWithoutValidation(header, value);
        using var reply = await http.SendAsync(request);
        return ((int)reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }

    /// <summary>How many silos are in the cluster, by what one of them believes; null when it does not answer.</summary>
    internal async Task<int?> MembersSeenBy(SiloProcess silo)
    {
        try
        {
            using var reply = await http.GetAsync(new Uri(silo.Api, "health/ready"));
            return (int?)JsonNode.Parse(await reply.Content.ReadAsStringAsync())?["checks"]?["orleans"]?["data"]?["silos"];
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Lets something go wrong at the sandbox.</summary>
    internal async Task Fault(JsonObject fault)
    {
        using var reply = await http.PostAsJsonAsync(new Uri(sandbox, "_faults"), fault);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
    }

    /// <summary>Has the sandbox do something that its own pages offer.</summary>
    internal async Task<JsonNode> AskSandbox(string path, JsonObject ask)
    {
        using var reply = await http.PostAsJsonAsync(new Uri(sandbox, path), ask);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Takes back what was to go wrong.</summary>
    internal async Task NoFaults()
    {
        using var reply = await http.DeleteAsync(new Uri(sandbox, "_faults"));
        Assert.True(reply.IsSuccessStatusCode);
    }

    /// <summary>What the sandbox wrote down of calls that came to it.</summary>
    internal async Task<List<JsonNode>> Journal(string provider, string operation) =>
        [
            .. JsonNode
                .Parse(await http.GetStringAsync(new Uri(sandbox, $"_journal?provider={provider}&operation={operation}")))!
                .AsArray()
                .Select(entry => entry!),
        ];

    /// <summary>What went live on an account, by the platform's own journal.</summary>
    internal async Task<List<JsonNode>> Published(string username) =>
        [.. (await Journal("instagram", "publish")).Where(entry => (string?)entry["account"] == username)];

    /// <summary>Asks once; the body and the status, or null when nobody answered.</summary>
    internal async Task<(JsonNode? Body, int Status)> Ask(
        string token,
        string document,
        JsonObject? variables = null,
        SiloProcess? at = null,
        CancellationToken ct = default
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri((at ?? silos[0]).Api, "graphql"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = JsonContent.Create(new JsonObject { ["query"] = document, ["variables"] = variables?.DeepClone() });
        try
        {
            using var reply = await http.SendAsync(request, ct);
            return (JsonNode.Parse(await reply.Content.ReadAsStringAsync(ct)), (int)reply.StatusCode);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            return (null, 0);
        }
    }

    /// <summary>The data of a query, asked again while the system is away.</summary>
    internal async Task<JsonNode> Query(string token, string document, JsonObject? variables = null)
    {
        for (var tries = 0; tries < 240; tries++)
        {
            var (body, _) = await Ask(token, document, variables, silos[tries % silos.Length]);
            if (body is not null && body["errors"] is null)
                return body["data"]!;
            if (body is not null && (bool?)body["errors"]![0]!["extensions"]?["retryable"] is not true)
                Assert.Fail(body["errors"]!.ToJsonString());
            await Task.Delay(250);
        }
        throw new TimeoutException($"The system stayed away: {silos[0].Output}");
    }

    /// <summary>The payload of a mutation, which must be accepted.</summary>
    internal async Task<JsonNode> Mutate(string token, string name, string selection, JsonObject input)
    {
        var payload = await TryMutate(token, name, selection, input);
        Assert.True(payload["errors"]!.AsArray().Count == 0, payload["errors"]!.ToJsonString());
        return payload;
    }

    /// <summary>The payload of a mutation, accepted or refused.</summary>
    internal async Task<JsonNode> TryMutate(string token, string name, string selection, JsonObject input)
    {
        var asked = (JsonObject)input.DeepClone();
        if (!asked.ContainsKey("commandId"))
            asked["commandId"] = New("command");
        return (await Query(token, Document(name, selection), new() { ["input"] = asked }))[name]!;
    }

    /// <summary>A mutation with one variable, <c>input</c>.</summary>
    internal static string Document(string mutation, string selection) =>
        $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) "
        + $"{{ {mutation}(input: $input) {{ {selection} errors {{ ... on UserError {{ code field }} }} }} }}";

    /// <summary>Looks until it is there.</summary>
    internal static async Task<T> Until<T>(TimeSpan patience, Func<Task<T?>> look)
        where T : class
    {
        using var deadline = new CancellationTokenSource(patience);
        while (!deadline.IsCancellationRequested)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(100);
        }
        throw new TimeoutException("What was waited for did not come.");
    }

    private void Configure()
    {
        environment["DATABASE_URL"] = Database.OwnerConnectionString;
        environment["DATABASE_URL_SILO"] = Database.SiloConnectionString;
        environment["DATABASE_URL_API"] = Database.ApiConnectionString;
        environment["CAMPAIGNS_MASTER_KEY"] = Convert.ToBase64String(MasterKey);
        environment["CAMPAIGNS_SANDBOX"] = "true";
        environment["CAMPAIGNS_MEDIA_DIR"] = MediaFolder;
        environment["CAMPAIGNS_CLUSTER_ID"] = Database.Name;
        // Short doubts: the platform here answers within milliseconds.
        environment["CAMPAIGNS_PUBLISH_CALL_TIMEOUT_SECONDS"] = "4";
        environment["CAMPAIGNS_PUBLISH_DEADLINE_SECONDS"] = "6";
        environment["GEMINI_API_KEY"] = "sandbox";
        environment["GEMINI_BASE_URL"] = Text(new Uri(sandbox, "gemini/v1beta"));
        environment["RUBE_MCP_URL"] = Text(new Uri(sandbox, "rube/mcp"));
        environment["CLERK_ISSUER"] = Text(new Uri(sandbox, "clerk"));
        environment["CLERK_AUTHORIZED_PARTIES"] = "http://localhost:5173";
        environment["CAMPAIGNS_API_REQUESTS_PER_PERSON"] = "10000000"; // one person asks for all that happens here
        environment["CAMPAIGNS_API_REQUESTS_PER_TENANT"] = "10000000";
        environment["PUBLIC_BASE_URL"] = Text(silos[0].Api);
        environment["SUPER_ADMINS"] = Operator;
        environment["CAMPAIGNS_METRICS_TOKEN"] = MetricsToken;
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "200"; // milliseconds
    }

    /// <summary>Ends what <see cref="Adjust"/> began.</summary>
    protected virtual void Stop() { }

    /// <summary>What is otherwise than usual.</summary>
    protected virtual Task Adjust(Dictionary<string, string> environment) => Task.CompletedTask;

    private static string Text(Uri address) => address.ToString().TrimEnd('/');
}
