using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.InMemory;
using Campaigns.Grains.Erasures;
using Campaigns.Grains.Generations;
using Campaigns.Grains.Tests.Erasures;
using Campaigns.Grains.Tests.Ledgers;
using Campaigns.Grains.Tests.Webhooks;
using Campaigns.Grains.Webhooks;
using Campaigns.Integrations;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.Reviews;
using Campaigns.Integrations.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace Campaigns.Grains.Tests;

/// <summary>One silo in this process, with a log, a platform and a clock that tests move.</summary>
public sealed class Cluster : IAsyncLifetime
{
    /// <summary>When tests begin.</summary>
    public static readonly DateTimeOffset Nine = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private InProcessTestCluster? cluster;
    private int ids;

    /// <summary>
    /// How time is spent. This clock is moved on while grains are at work, hundreds of times as fast as time: no call would be sent in time on a
    /// slow machine, so by default they may be sent late.
    /// </summary>
    internal PublishingPace Pace { get; init; } = PublishingPace.Default with { SendWithin = TimeSpan.FromHours(1) };

    internal FakeTimeProvider Clock { get; } = new(Nine);
    internal FaultyEventStore Log { get; private set; } = null!;
    internal FakeInstagram Instagram { get; } = new();
    internal FakeStudio Studio { get; } = new();
    internal FakeRemains Remains { get; } = new();
    internal FakeMembers Members { get; } = new();
    internal FakeWebhooks Webhooks => field ??= new(() => Log);
    internal IGrainFactory Grains => cluster!.Client;

    /// <summary>A tenant that nobody else uses.</summary>
    internal TenantId NewTenant() => TenantId.Parse($"org_t{Interlocked.Increment(ref ids)}");

    /// <summary>An id that nobody else uses.</summary>
    internal Guid NewId() => Guid.CreateVersion7(Nine.AddMilliseconds(Interlocked.Increment(ref ids)));

    /// <summary>A command by Ana, under an id of its own.</summary>
    internal CommandContext Ana(string? id = null) =>
        new(CommandId.Parse(id ?? $"cmd-{Interlocked.Increment(ref ids)}"), ActorId.Parse("user_ana"));

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo(
            (_, silo) =>
            {
                silo.UseInMemoryReminderService();
                silo.AddMemoryGrainStorage(GrainsRegistration.SnapshotStorage);
                silo.Services.AddSingleton<TimeProvider>(Clock);
                silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
                silo.Services.AddKeyedSingleton<TimeProvider>("Orleans.Reminders", new WholeMilliseconds(Clock));
                silo.Services.Configure<ReminderOptions>(options => options.ReminderLoadingWindow = TimeSpan.FromDays(400));
                silo.Services.AddSingleton(LedgerSample.Prices);
                silo.Services.AddGrains(Pace);
                silo.Services.AddSingleton(Log = new FaultyEventStore(NewLog()));
                silo.Services.AddSingleton<IEventStore>(Log);
                silo.Services.AddSingleton<IInstagram>(Instagram);
                silo.Services.AddSingleton<ITextModels>(Studio);
                silo.Services.AddSingleton<IMediaModels>(Studio);
                silo.Services.AddSingleton<IReferencePictures>(Studio);
                silo.Services.AddWritingDesk();
                silo.Services.AddSingleton(
                    new GenerationSettings
                    {
                        Chains = Enum.GetValues<Capability>()
                            .ToDictionary(what => what, _ => (IReadOnlyList<ModelChoice>)[FakeStudio.Model]),
                    }
                );
                silo.Services.AddSingleton<IMediaStore>(Studio);
                silo.Services.AddSingleton<IMediaStage>(Studio);
                silo.Services.AddSingleton<ITokenVault>(Studio);
                silo.Services.AddSingleton(new ErasureTools(Remains, Remains, Remains, Remains, ErasureOptions.Default));
                silo.Services.AddReviewLinks(new(new byte[32]));
                silo.Services.AddSingleton<IMemberDirectory>(Members);
                silo.Services.AddSingleton<IWebhookSender>(Webhooks);
                silo.Services.AddSingleton<IWebhookDeliveries>(Webhooks);
                silo.Services.AddSingleton<IWebhookNews>(Webhooks);
            }
        );
        builder.ConfigureClient(client => client.Services.AddGrainSerialization());
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
    }

    /// <summary>Drops every activation: what a crash leaves is the log and the reminders.</summary>
    internal async Task Crash() => await Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    /// <summary>The stored names of a stream's events.</summary>
    internal async Task<List<string>> Names(string stream)
    {
        var names = new List<string>();
        await foreach (var recorded in Log.Read(StreamName.Parse(stream)))
            names.Add(recorded.Name);
        return names;
    }

    /// <summary>Moves the clock in steps, until a condition holds.</summary>
    internal async Task Until(Func<Task<bool>> condition, TimeSpan? step = null)
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            if (await condition())
                return;
            Clock.Advance(step ?? TimeSpan.FromSeconds(5));
            await Task.Delay(10); // timers fire on other threads; the condition is what is waited for
        }
        Assert.Fail("The condition did not come to hold.");
    }

    /// <summary>A campaign with one approved, illustrated post, and an account to publish it on.</summary>
    internal async Task<ReadyPost> ApprovedPost()
    {
        var tenant = NewTenant();
        var campaign = new CampaignId(NewId());
        var item = new ItemId(NewId());
        var grain = Grains.Campaign(tenant, campaign);
        Accepted(await grain.Create(new("Spring", "A brief.", null), Ana()));
        Accepted(await grain.AddItem(new(item, new(Platform.Instagram, new("Hello", ["spring"]))), Ana()));
        Accepted(await grain.AttachMedia(new(item, FakeStudio.Picture("flyer")), Ana()));
        Accepted(await grain.Approve(new(item, null, null), Ana()));
        var connection = await Grains.AccountConnection(tenant).Connect($"good_{tenant.Value}", Ana());
        Accepted(connection.Outcome);
        return new(tenant, campaign, item, connection.Account!.Value, new PublicationId(NewId()));
    }

    internal static Outcome.Accepted Accepted(Outcome outcome) => Assert.IsType<Outcome.Accepted>(outcome);

    internal static string Refused(Outcome outcome) => Assert.IsType<Outcome.Refused>(outcome).Refusal.Code;

    private static IEventStore NewLog()
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddInMemoryEventStore();
        return services.BuildServiceProvider().GetRequiredService<IEventStore>();
    }
}

/// <summary>A post that could be scheduled.</summary>
internal sealed record ReadyPost(TenantId Tenant, CampaignId Campaign, ItemId Item, AccountId Account, PublicationId Publication)
{
    /// <summary>Its publication's stream.</summary>
    public string Stream => $"publication-{Tenant}/{Publication}";

    /// <summary>To be put on the calendar at a time of UTC.</summary>
    public SchedulePost At(string time) => new(Item, Publication, Account, new(time, "Etc/UTC"));
}
