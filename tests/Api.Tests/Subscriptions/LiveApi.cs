using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Api.Tests.Auth;
using Campaigns.Api.Tests.Fields;
using Campaigns.Api.Tests.Transport;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.InMemory;
using Campaigns.Harness;
using Campaigns.Integrations.Media;
using Campaigns.Projections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.Api.Tests.Subscriptions;

/// <summary>The API on a real socket, over read models on Postgres that follow a log in memory.</summary>
public sealed class LiveApi : IAsyncLifetime
{
    private readonly MigratedDatabase database = new();
    private readonly Dictionary<StreamName, long> versions = [];
    private readonly string media = Directory.CreateTempSubdirectory("campaigns-media-").FullName;
    private NpgsqlDataSource silo = null!;
    private NpgsqlDataSource api = null!;
    private Issuer issuer = null!;
    private WebApplication app = null!;

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => Http.BaseAddress!;

    public Logbook Log { get; } = new();

    /// <summary>As a superuser, for cutting.</summary>
    public NpgsqlDataSource Superuser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        silo = NpgsqlDataSource.Create(database.SiloConnectionString);
        api = NpgsqlDataSource.Create(database.ApiConnectionString);
        Superuser = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        issuer = await Issuer.Start();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder
            .Services.AddSingleton(TimeProvider.System)
            .AddInMemoryEventStore()
            .AddProjections(silo)
            .AddReaders(api, direct: silo)
            .AddMedia(new MediaOptions(media, new("https://api.example.com")))
            .AddSingleton(YesSayers.Create())
            .AddCampaignsApi(
                new ClerkOptions(issuer.Address, [ApiServer.FrontEnd], AllowLoopbackHttp: true),
                new GraphQLLimits { KeepAlive = TimeSpan.FromSeconds(1), SubscriptionsPerTenant = 20 }
            );
        app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapCampaignsApi();
        await app.StartAsync();
        Http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await issuer.DisposeAsync();
        await silo.DisposeAsync();
        await api.DisposeAsync();
        await Superuser.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(media, recursive: true);
    }

    /// <summary>A good token of a member of a tenant.</summary>
    public string Token(string tenant = "org_club")
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return issuer.Key.Sign(
            ApiServer.Header(issuer.Key.Id),
            new()
            {
                ["v"] = 2,
                ["iss"] = issuer.Address,
                ["sub"] = "user_ada",
                ["azp"] = ApiServer.FrontEnd,
                ["iat"] = now,
                ["exp"] = now + 3600,
                ["o"] = new System.Text.Json.Nodes.JsonObject { ["id"] = tenant, ["rol"] = "member" },
            }
        );
    }

    public Task<SocketClient> Connect(string tenant = "org_club") => SocketClient.Begin(Address, new { token = Token(tenant) });

    /// <summary>Appends to a campaign of a tenant, one event at a time.</summary>
    /// <returns>The positions.</returns>
    public Task<List<string>> Append(CampaignId campaign, params DomainEvent[] events) => Append(Given.Club, campaign, events);

    public Task<List<string>> Append(TenantId tenant, CampaignId campaign, params DomainEvent[] events) =>
        Append(StreamName.Of("campaign", tenant, campaign.Value), events);

    public async Task<List<string>> Append(StreamName stream, params DomainEvent[] events)
    {
        var positions = new List<string>();
        foreach (var happened in events)
        {
            var now = TimeProvider.System.GetUtcNow();
            var appended = await app
                .Services.GetRequiredService<IEventStore>()
                .Append(
                    stream,
                    versions.GetValueOrDefault(stream),
                    [new NewEvent(Guid.CreateVersion7(now), happened, new(Given.Ada, now))]
                );
            versions[stream] = appended.Version;
            positions.Add(appended.Position.ToString());
        }
        return positions;
    }
}
