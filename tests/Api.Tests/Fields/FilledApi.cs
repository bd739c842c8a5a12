using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.InMemory;
using Campaigns.Harness;
using Campaigns.Integrations.Media;
using Campaigns.Projections;
using Campaigns.Projections.Reading;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Campaigns.Api.Tests.Fields;

/// <summary>The API below HTTP, over read models on Postgres that hold something of everything of one tenant, and grains that say yes.</summary>
public sealed class FilledApi : IAsyncLifetime
{
    private readonly MigratedDatabase database = new();
    private readonly Dictionary<StreamName, long> versions = [];
    private readonly string media = Directory.CreateTempSubdirectory("campaigns-media-").FullName;
    private NpgsqlDataSource silo = null!;
    private NpgsqlDataSource api = null!;
    private ServiceProvider services = null!;

    public ISchema Schema => services.GetRequiredService<ISchema>();

    public YesSayers Grains => (YesSayers)services.GetRequiredService<IGrainFactory>();

    /// <summary>What the history grains were asked about: the kind, and the versions.</summary>
    public ConcurrentQueue<string> AskedOfHistory { get; } = [];

    /// <summary>The log's last position.</summary>
    public string Head { get; private set; } = "0";

    /// <summary>The read models, as the silo's role.</summary>
    public NpgsqlDataSource ReadModels => silo;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        silo = NpgsqlDataSource.Create(database.SiloConnectionString);
        api = NpgsqlDataSource.Create(database.ApiConnectionString);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddInMemoryEventStore()
            .AddProjections(silo)
            .AddReaders(api, direct: silo)
            .AddMedia(new MediaOptions(media, new("https://api.example.com")))
            .AddSingleton(YesSayers.Create())
            .AddSingleton(Given.Prices)
            .AddSingleton(Given.Models)
            .AddCampaignsApi(new ClerkOptions("http://127.0.0.1:9", ["https://app.example.com"], AllowLoopbackHttp: true))
            .BuildServiceProvider();
        Schema.Initialize();
        Grains.History = tenant => new LoggedHistory(services.GetRequiredService<IEventStore>(), TenantId.Parse(tenant), AskedOfHistory);
        foreach (var service in services.GetServices<IHostedService>())
            await service.StartAsync(default);
        await Fill();
        // Whichever test comes first finds everything there.
        Assert.True(await services.GetRequiredService<ReadConsistency>().WaitFor(Head, [], TimeSpan.FromSeconds(30)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services.GetServices<IHostedService>())
            await service.StopAsync(default);
        await services.DisposeAsync();
        await silo.DisposeAsync();
        await api.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(media, recursive: true);
    }

    /// <summary>Asks as a member of the tenant, with the permissions of a role.</summary>
    public async Task<Reply> Ask(
        string query,
        object? variables = null,
        string role = "admin",
        string tenant = "org_club",
        bool isOperator = false
    )
    {
        await using var scope = services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Features.Set(new Caller(TenantId.Parse(tenant), Given.Ada, role, Roles.PermissionsOf(role)) { IsSuperAdmin = isOperator });
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = http;

        var json = services.GetRequiredService<IGraphQLTextSerializer>();
        var result = await services
            .GetRequiredService<IDocumentExecuter>()
            .ExecuteAsync(
                new ExecutionOptions
                {
                    Schema = Schema,
                    Query = query,
                    Variables = json.Deserialize<Inputs>(JsonSerializer.Serialize(variables)),
                    RequestServices = scope.ServiceProvider,
                    UserContext = new Dictionary<string, object?> { [OperationRule.Streaming] = true },
                }
            );
        return new(JsonElement.Parse(json.Serialize(result)));
    }

    /// <summary>Asks, and counts the questions that the database is asked meanwhile.</summary>
    public async Task<(Reply Reply, int Questions)> Count(string query)
    {
        using var root = new Activity("test").Start();
        var questions = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Opening another connection of the pool is an activity too, but no question.
                if (activity.TraceId == root.TraceId && activity.GetTagItem("db.query.text") is not null)
                    Interlocked.Increment(ref questions);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return (await Ask(query), questions);
    }

    public async Task Append(StreamName stream, params DomainEvent[] events)
    {
        var facts = events.Select(
            (happened, i) => new NewEvent(Guid.CreateVersion7(Given.Nine), happened, new(Given.Ada, Given.Nine.AddMinutes(i)))
        );
        var appended = await services.GetRequiredService<IEventStore>().Append(stream, versions.GetValueOrDefault(stream), [.. facts]);
        versions[stream] = appended.Version;
        Head = appended.Position.ToString();
    }

    private async Task Fill()
    {
        var text = new StreamNames(Given.Club);
        await Append(text.Tenant, new TenantEvent.ZoneSet("Europe/Lisbon"));
        await Append(text.Brand, new BrandEvent.Created(new("Padaria", "pt-PT")));
        await Append(text.Account, new AccountEvent.Connected("17841", "padaria", Given.Token));
        await Append(text.File(Given.Picture), new MediaFileEvent.Uploaded(Given.Picture));
        for (var n = 1; n <= 3; n++)
            await Append(
                text.Campaign(n),
                new CampaignEvent.Created($"Bread {n}", "Sell bread", Given.Brand),
                new CampaignEvent.ItemAdded(Given.Item(n * 10), Given.Post("first")),
                new CampaignEvent.ItemAdded(Given.Item(n * 10 + 1), Given.Post("second"))
            );
        await Append(
            text.Campaign(1),
            new CampaignEvent.MediaAttached(Given.Item(10), Given.Picture),
            new CampaignEvent.ApprovalRequested(Given.Item(10), "hash", "Please")
        );
        for (var n = 1; n <= 3; n++)
            await Append(text.Publication(n), Given.Scheduled(Given.Nine.AddHours(n), campaign: n, item: n * 10));
        await Append(text.Publication(3), new PublicationEvent.GaveUp(Given.Busy));
    }

    private readonly record struct StreamNames(TenantId Of)
    {
        public StreamName Tenant => StreamName.Of("tenant", Of);

        public StreamName Brand => StreamName.Of("brand", Of, Given.Brand.Value);

        public StreamName Account => StreamName.Of("account", Of, Given.Account.Value);

        public StreamName File(MediaAsset file) => StreamName.Of("mediafile", Of, MediaFileId.Of(file.Key)!.Value.ToString());

        public StreamName Campaign(int n) => StreamName.Of("campaign", Of, Given.Campaign(n).Value);

        public StreamName Publication(int n) => StreamName.Of("publication", Of, Given.Publication(n).Value);
    }
}

/// <summary>What came back.</summary>
public sealed record Reply(JsonElement Json)
{
    public JsonElement Data => Json.GetProperty("data");

    public bool HasErrors => Json.TryGetProperty("errors", out _);

    /// <summary>The first error's code; null when there is none.</summary>
    public string? Code => HasErrors ? Extensions.GetProperty("code").GetString() : null;

    public JsonElement Extensions => Json.GetProperty("errors")[0].GetProperty("extensions");
}
