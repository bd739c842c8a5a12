using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Campaigns.Api.GraphQL;
using Campaigns.Api.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.Tests.Transport;

/// <summary>The sample schema behind the real endpoint, on a real socket.</summary>
public class SampleServer : IAsyncLifetime
{
    private WebApplication _app = null!;

    protected virtual GraphQLLimits Limits => new();

    /// <summary>How many sockets the server itself takes; null: any number.</summary>
    protected virtual long? MostSockets => null;

    public HttpClient Http { get; private set; } = null!;

    public Failures Failures { get; } = new();

    public Tally Tally { get; } = new();

    public Logbook Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    /// <summary>Tells the server to stop, and does not wait for it.</summary>
    public void Stop() => _app.Lifetime.StopApplication();

    protected virtual void Add(IServiceCollection services) { }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxConcurrentUpgradedConnections = MostSockets);
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddGraphQLServer<SampleSchema>(Limits).AddSingleton<Notebook>().AddSingleton(Failures).AddSingleton(Tally);
        Add(builder.Services);
        _app = builder.Build();
        _app.MapGraphQLServer();
        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = new(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        await _app.DisposeAsync();
    }

    public Task<Answer> Post(string query, object? variables = null, string accept = "application/graphql-response+json") =>
        PostJson(JsonSerializer.Serialize(new { query, variables }), accept);

    public Task<Answer> PostJson(string body, string accept = "application/graphql-response+json") =>
        Send(new(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") }, accept);

    public Task<Answer> Get(string query, string accept = "application/graphql-response+json", string more = "") =>
        Send(new(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}{more}"), accept);

    public async Task<Answer> Send(HttpRequestMessage request, string? accept)
    {
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await Http.SendAsync(request);
        return await Answer.Read(response);
    }
}

/// <summary>A server with room for little.</summary>
public sealed class SmallServer : SampleServer
{
    protected override GraphQLLimits Limits =>
        new()
        {
            BodyBytes = 4_000,
            DocumentCharacters = 2_000,
            Selections = 100,
            Depth = 3,
            Complexity = 60,
            Introspection = false,
        };
}

/// <summary>A server that takes one socket.</summary>
public sealed class ServerOfOneSocket : SampleServer
{
    protected override long? MostSockets => 1;
}

/// <summary>A server without patience.</summary>
public sealed class HurriedServer : SampleServer
{
    protected override GraphQLLimits Limits => new() { Time = TimeSpan.FromMilliseconds(50) };
}

/// <summary>What came back.</summary>
public sealed record Answer(
    int Status,
    string MediaType,
    HttpResponseHeaders Headers,
    HttpContentHeaders ContentHeaders,
    string Text,
    JsonElement Json
)
{
    public static async Task<Answer> Read(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType ?? "",
            response.Headers,
            response.Content.Headers,
            text,
            text.Length == 0 ? default : JsonElement.Parse(text)
        );
    }

    public bool HasData => Json.TryGetProperty("data", out _);

    public JsonElement Data => Json.GetProperty("data");

    public JsonElement Error => Json.GetProperty("errors")[0];

    public JsonElement Extensions => Error.GetProperty("extensions");

    public string? Code => Extensions.GetProperty("code").GetString();

    public string? Message => Error.GetProperty("message").GetString();
}

/// <summary>Remembers what was logged.</summary>
public sealed class Logbook : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public string Text
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    /// <summary>Whether a line holds these words.</summary>
    public bool Said(string words) => Text.Contains(words, StringComparison.Ordinal);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        ArgumentNullException.ThrowIfNull(formatter);
        lock (_lines)
            _lines.Add($"{formatter(state, exception)} {exception}");
    }

    public void Dispose() { }
}
