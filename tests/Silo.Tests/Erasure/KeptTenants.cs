using System.Text;
using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Campaigns.Grains.Exports;
using Campaigns.Harness;
using Campaigns.Integrations;
using Campaigns.Integrations.Erasure;
using Campaigns.Integrations.Media;
using Campaigns.Integrations.Vault;
using Campaigns.Keys;
using Campaigns.Projections;
using Campaigns.Projections.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Campaigns.Silo.Tests.Erasure;

/// <summary>A database in which tenants have something everywhere, each piece with a mark in it, and the parts of a silo over it.</summary>
public sealed class KeptTenants : IAsyncLifetime
{
    private readonly MigratedDatabase database = new();
    private readonly string media = Directory.CreateTempSubdirectory("campaigns-kept-").FullName;
    private NpgsqlDataSource silo = null!;
    private NpgsqlDataSource api = null!;
    private ServiceProvider services = null!;

    public IServiceProvider Services => services;

    public MigratedDatabase Database => database;

    public string MediaFolder => media;

    /// <summary>What wraps the keys.</summary>
    public static MasterKeys Masters { get; } = new(Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef"));

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        silo = NpgsqlDataSource.Create(database.SiloConnectionString);
        api = NpgsqlDataSource.Create(database.ApiConnectionString);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddTenantKeys(_ => silo, Masters, new TenantKeysOptions { Lifetime = TimeSpan.FromMilliseconds(200) })
            .AddPostgresEventStore(_ => silo)
            .AddTokenVault(_ => silo)
            .AddTenantRemains(_ => silo)
            .AddSingleton<ExportPages>()
            .AddMedia(new MediaOptions(media, new("https://api.example.com")))
            .AddProjections(silo)
            .AddReaders(api, direct: silo)
            .BuildServiceProvider();
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StartAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StopAsync(default);
        await services.DisposeAsync();
        await silo.DisposeAsync();
        await api.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(media, recursive: true);
    }

    /// <summary>Fills a tenant: everything that people could have written has the mark in it.</summary>
    public async Task Fill(TenantId tenant, string mark)
    {
        var store = services.GetRequiredService<IEventStore>();
        var (brand, campaign, hook, account) = (
            Guid.CreateVersion7(At),
            Guid.CreateVersion7(At),
            Guid.CreateVersion7(At),
            Guid.CreateVersion7(At)
        );
        var token = new TokenRef(Guid.CreateVersion7(At));
        await Append("tenant", null, new TenantEvent.ZoneSet("Europe/Lisbon"), new TenantEvent.Held($"held {mark}"));
        await Append("brand", brand, new BrandEvent.Created(new($"brand {mark}", "pt-PT", $"described {mark}")));
        await Append("account", account, new AccountEvent.Connected("17841", $"user.{mark}", token));
        await Append(
            "campaign",
            campaign,
            new CampaignEvent.Created($"name {mark}", $"brief {mark}", new(brand)),
            new CampaignEvent.ItemAdded(
                new(Guid.CreateVersion7(At)),
                new(Platform.Instagram, new($"caption {mark}", [mark], $"prompt {mark}", $"alt {mark}"))
            )
        );
        await Append("webhook", hook, new WebhookEvent.Created($"https://{mark}.example/", [WebhookTopic.PostLive], $"hook {mark}", token));
        await services.GetRequiredService<ITokenVault>().Keep(tenant, token, $"token {mark}", default);
        Directory.CreateDirectory(Path.Combine(media, tenant.Value));
        await File.WriteAllTextAsync(
            Path.Combine(media, tenant.Value, $"{Guid.CreateVersion7(At)}-{new string('0', 32)}.png"),
            $"picture {mark}"
        );
        await Run(
            $"""
            insert into webhooks.progress (tenant, webhook, position) values ('{tenant}', '{hook}', 1);
            insert into webhooks.deliveries (tenant, id, webhook, message_id, topic, body, state, created_at, ended_at)
            values ('{tenant}', '{hook}', '{hook}', 'm', 't', 'body {mark}', 'delivered', now(), now());
            insert into webhooks.attempts (tenant, delivery, number, at, took_ms, error) values ('{tenant}', '{hook}', 1, now(), 1, 'error {mark}');
            insert into orleans.grain_state values ('campaigns', 1, 1, 0, 0, 'campaign', '{tenant}/{campaign}', 'state {mark}', 1, now());
            insert into orleans.grain_state values ('campaigns', 1, 1, 0, 0, 'tenant', '{tenant}', 'state {mark}', 1, now());
            insert into orleans.reminder values ('campaigns', 'publication/{tenant}/{campaign}', 'heartbeat {mark}', now(), 1, 1, 1);
            """
        );
        Assert.True(await CaughtUp());

        async Task Append(string category, Guid? id, params DomainEvent[] events) =>
            await store.Append(
                StreamName.Of(category, tenant, id?.ToString()),
                0,
                [
                    .. events.Select(happened => new NewEvent(
                        Guid.CreateVersion7(At),
                        happened,
                        new(ActorId.Parse($"user_{mark}"), At, CommandId.Parse($"command-{mark}"))
                    )),
                ]
            );
    }

    /// <summary>Whether the read models are as far as the log.</summary>
    public async Task<bool> CaughtUp() =>
        await services
            .GetRequiredService<ReadConsistency>()
            .WaitFor($"{await services.GetRequiredService<IEventStore>().Head()}", [], TimeSpan.FromSeconds(60));

    /// <summary>Runs statements as a superuser.</summary>
    public async Task<object?> Run(string statements)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var command = source.CreateCommand(statements);
        return await command.ExecuteScalarAsync();
    }

    private static DateTimeOffset At { get; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
}
