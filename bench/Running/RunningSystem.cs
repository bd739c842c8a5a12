using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Campaigns.Harness;

namespace Campaigns.Bench.Running;

/// <summary>Database, sandbox and silo as an operator would run them, on ports of their own, gone with the bench.</summary>
internal sealed class RunningSystem : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("campaigns-bench-").FullName;
    private readonly Dictionary<string, string> environment = [];
    private readonly HttpClient http;
    private ChildProgram? sandbox;

    private RunningSystem(MigratedDatabase database)
    {
        Database = database;
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 256, PooledConnectionLifetime = Timeout.InfiniteTimeSpan };
        http = new(handler) { Timeout = TimeSpan.FromSeconds(60) };
    }

    public MigratedDatabase Database { get; }

    /// <summary>Of its silos.</summary>
    public byte[] MasterKey { get; } = RandomNumberGenerator.GetBytes(32);

    public Uri Api { get; } = At(FreePort.Next());

    public Uri Sandbox { get; } = At(FreePort.Next());

    /// <summary>For whoever asks as the outside does; keeps its connections.</summary>
    public HttpClient Http => http;

    /// <summary>The silo that runs, if one was started.</summary>
    public ChildProgram? Silo { get; private set; }

    /// <summary>A database and a sandbox; no silo yet.</summary>
    /// <param name="sandbox">More arguments of the sandbox.</param>
    public static async Task<RunningSystem> Start(params IEnumerable<string> sandbox)
    {
        var system = new RunningSystem(await MigratedDatabase.Create());
        try
        {
            system.sandbox = await ChildProgram.Start(
                "Sandbox",
                "campaigns-sandbox",
                ["--urls", Text(system.Sandbox), .. sandbox],
                system.environment,
                new(system.Sandbox, "health")
            );
            system.Configure();
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    public async Task<ChildProgram> StartSilo() =>
        Silo = await ChildProgram.Start("Silo", "campaigns-silo", ["--urls", Text(Api)], environment, new(Api, "health/ready"));

    /// <summary>Starts the silo with more settings, and waits for nothing.</summary>
    public ChildProgram LaunchSilo(IEnumerable<KeyValuePair<string, string>> settings) =>
        Silo = ChildProgram.Launch("Silo", "campaigns-silo", ["--urls", Text(Api)], [.. environment, .. settings]);

    /// <summary>Tells every silo that is started from now on.</summary>
    public void Set(string variable, string value) => environment[variable] = value;

    public async Task StopSilo()
    {
        if (Silo is { } running)
            await running.DisposeAsync();
        Silo = null;
    }

    /// <summary>A token of an admin of an organisation. It lives an hour.</summary>
    public Task<string> Token(string org) => http.GetStringAsync(new Uri(Sandbox, $"clerk/_token?user=user_bench&org={org}&role=admin"));

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonNode> Ask(string token, string document, JsonObject? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Api, "graphql"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = JsonContent.Create(new JsonObject { ["query"] = document, ["variables"] = variables });
        using var reply = await http.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        var answer = JsonNode.Parse(text);
        return answer?["errors"] is null && answer?["data"] is { } data ? data : throw new InvalidOperationException(text);
    }

    /// <summary>The payload of an accepted mutation.</summary>
    public async Task<JsonNode> Mutate(string token, string name, string selection, JsonObject input)
    {
        var type = $"{char.ToUpperInvariant(name[0])}{name[1..]}Input";
        var document =
            $"mutation($input: {type}!) {{ {name}(input: $input) {{ {selection} errors {{ ... on UserError {{ code message }} }} }} }}";
        var payload = (await Ask(token, document, new() { ["input"] = input }))[name]!;
        return payload["errors"] is JsonArray { Count: > 0 } refused
            ? throw new InvalidOperationException(refused.ToJsonString())
            : payload;
    }

    /// <summary>Lets something go wrong at the sandbox.</summary>
    public async Task Fault(JsonObject fault)
    {
        using var reply = await http.PostAsJsonAsync(new Uri(Sandbox, "_faults"), fault);
        if (!reply.IsSuccessStatusCode)
            throw new InvalidOperationException(await reply.Content.ReadAsStringAsync());
    }

    /// <summary>Takes back what was to go wrong.</summary>
    public async Task NoFaults()
    {
        using var reply = await http.DeleteAsync(new Uri(Sandbox, "_faults"));
        reply.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await StopSilo();
        if (sandbox is not null)
            await sandbox.DisposeAsync();
        http.Dispose();
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private void Configure()
    {
        environment["DATABASE_URL"] = Database.OwnerConnectionString;
        environment["DATABASE_URL_SILO"] = Database.SiloConnectionString;
        environment["DATABASE_URL_API"] = Database.ApiConnectionString;
        environment["CAMPAIGNS_MASTER_KEY"] = Convert.ToBase64String(MasterKey);
        environment["CAMPAIGNS_SANDBOX"] = "true";
        environment["CAMPAIGNS_MEDIA_DIR"] = Path.Combine(folder, "media");
        environment["CAMPAIGNS_SILO_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        environment["CAMPAIGNS_GATEWAY_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        environment["CAMPAIGNS_CLUSTER_ID"] = Database.Name;
        environment["GEMINI_API_KEY"] = "sandbox";
        environment["GEMINI_BASE_URL"] = Text(new Uri(Sandbox, "gemini/v1beta"));
        environment["RUBE_MCP_URL"] = Text(new Uri(Sandbox, "rube/mcp"));
        environment["CLERK_ISSUER"] = Text(new Uri(Sandbox, "clerk"));
        environment["CLERK_AUTHORIZED_PARTIES"] = "http://localhost:5173";
        environment["CAMPAIGNS_API_REQUESTS_PER_PERSON"] = "10000000"; // one person asks for all that happens here
        environment["CAMPAIGNS_API_REQUESTS_PER_TENANT"] = "10000000";
        environment["PUBLIC_BASE_URL"] = Text(Api);
    }

    private static Uri At(int port) => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/");

    private static string Text(Uri address) => address.ToString().TrimEnd('/');
}
