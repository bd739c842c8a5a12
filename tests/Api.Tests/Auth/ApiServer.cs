using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Campaigns.Api.Auth;
using Campaigns.Api.Evidence;
using Campaigns.Api.Media;
using Campaigns.Api.Members;
using Campaigns.Api.Tests.Fields;
using Campaigns.Api.Tests.Transport;
using Campaigns.Integrations.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Api.Tests.Auth;

/// <summary>The API itself, believing an issuer of its own, with a clock that stands still.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    public const string FrontEnd = "https://app.example.com";

    /// <summary>What Clerk signs messages with.</summary>
    public static readonly byte[] WebhookKey = [.. Enumerable.Range(0, 24).Select(n => (byte)n)];

    private WebApplication _app = null!;
    private int _served;
    private int _underway;

    public FakeTimeProvider Clock { get; } = new(new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public Issuer Issuer { get; private set; } = null!;

    public Logbook Log { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Where uploads are kept.</summary>
    public string MediaFolder { get; } = Directory.CreateTempSubdirectory("campaigns-media-").FullName;

    public long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    public async ValueTask InitializeAsync()
    {
        Issuer = await Issuer.Start();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddCampaignsApi(new ClerkOptions(Issuer.Address, [FrontEnd], AllowLoopbackHttp: true) { WebhookKey = WebhookKey });
        builder.Services.AddSingleton(YesSayers.Create());
        builder.Services.AddMedia(new MediaOptions(MediaFolder, new("https://api.example.com")));
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins(FrontEnd)));
        Adding?.Invoke(builder.Services);
        _app = builder.Build();
        _app.Use(Count);
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapCampaignsApi();
        _app.MapMedia();
        _app.MapEvidence();
        _app.MapClerkWebhook();
        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = new(_app.Urls.Single()) };
    }

    /// <summary>Adds what a test needs otherwise than usual.</summary>
    public Action<IServiceCollection>? Adding { get; init; }

    public YesSayers Grains => (YesSayers)_app.Services.GetRequiredService<IGrainFactory>();

    internal UploadRoom UploadRoom => _app.Services.GetRequiredService<UploadRoom>();

    /// <summary>The spans of the requests that have come in.</summary>
    public ConcurrentQueue<Activity> Traces { get; } = [];

    /// <summary>How many requests have come in.</summary>
    public int Served => _served;

    /// <summary>How many of them have no answer yet.</summary>
    public int Underway => _underway;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Issuer.DisposeAsync();
        Directory.Delete(MediaFolder, recursive: true);
    }

    public static JsonObject Header(string? id = "ins_1") =>
        new()
        {
            ["alg"] = "RS256",
            ["typ"] = "JWT",
            ["kid"] = id,
        };

    /// <summary>What a good token says, for a member of an organisation in the second shape.</summary>
    public JsonObject Claims() =>
        new()
        {
            ["v"] = 2,
            ["iss"] = Issuer.Address,
            ["sub"] = "user_ada",
            ["sid"] = "sess_1",
            ["azp"] = FrontEnd,
            ["iat"] = Now,
            ["nbf"] = Now - 10,
            ["exp"] = Now + 60,
            ["sts"] = "active",
            ["o"] = new JsonObject
            {
                ["id"] = "org_club",
                ["slg"] = "club",
                ["rol"] = "member",
            },
        };

    public string Token(Action<JsonObject>? change = null, Action<JsonObject>? header = null, IssuerKey? key = null)
    {
        key ??= Issuer.Key;
        var (head, claims) = (Header(key.Id), Claims());
        header?.Invoke(head);
        change?.Invoke(claims);
        return key.Sign(head, claims);
    }

    public async Task<Answer> Ask(
        string? token,
        string query = "{me{user tenant role permissions}}",
        string scheme = "Bearer",
        CancellationToken ct = default
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        using var response = await Http.SendAsync(request, ct);
        return await Answer.Read(response);
    }

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        return await Answer.Read(response);
    }

    private async Task Count(HttpContext http, RequestDelegate next)
    {
        Interlocked.Increment(ref _underway);
        Interlocked.Increment(ref _served);
        if (Activity.Current is { } trace)
            Traces.Enqueue(trace);
        try
        {
            await next(http);
        }
        finally
        {
            Interlocked.Decrement(ref _underway);
        }
    }
}
