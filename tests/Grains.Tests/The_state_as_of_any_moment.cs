using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.InMemory;
using Campaigns.EventStore.Serialization;
using Campaigns.Grains.History;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Grains.Tests;

/// <summary>Random histories of two tenants' campaigns and settings in one log, beside the fold of the log's prefix.</summary>
public sealed class The_state_as_of_any_moment
{
    private static readonly DateTimeOffset Nine = Cluster.Nine;
    private static readonly TenantId[] Tenants = [TenantId.Parse("org_club"), TenantId.Parse("user_bakery")];
    private static readonly CampaignId[] Campaigns = [new(Uuid(1)), new(Uuid(2))];
    private static readonly ItemId[] Items = [new(Uuid(11)), new(Uuid(12))];
    private static readonly ActorId Ana = ActorId.Parse("user_ana");

    private static readonly DomainEvent[] Known =
    [
        new CampaignEvent.Created("Spring", "A brief.", new BrandId(Uuid(21))),
        new CampaignEvent.Created("Spring again", "A brief.", null),
        new CampaignEvent.Renamed("Summer"),
        new CampaignEvent.BriefChanged("Another brief."),
        new CampaignEvent.WritingRequested(new(Uuid(31)), new([new(Platform.Instagram, 2)], "pt-BR")),
        new CampaignEvent.Written(new(Uuid(31)), [new(Items[1], Draft("Written"))], new("gemini", "gemini-3-flash", "posts.v1")),
        new CampaignEvent.ItemAdded(Items[0], Draft("Added")),
        new CampaignEvent.ItemTextChanged(Items[0], Draft("Edited").Text),
        new CampaignEvent.ItemTextChanged(Items[1], Draft("Edited too").Text),
        new CampaignEvent.ItemRemoved(Items[0]),
        new CampaignEvent.IllustrationRequested(new(Uuid(32)), Items[0], "A loaf", AspectRatio.Square),
        new CampaignEvent.MediaAttached(Items[0], FakeStudio.Picture("flyer")),
        new CampaignEvent.ItemApproved(Items[0], "hash", Ana, "Fine"),
        new CampaignEvent.PublicationPlanned(Items[0], new PublicationId(Uuid(41)), new(Uuid(51)), "hash"),
        new TenantEvent.ZoneSet("Europe/Lisbon"),
        new TenantEvent.ZoneSet("Europe/Berlin"),
        new TenantEvent.ApprovalPolicySet(ApprovalPolicy.None),
        new TenantEvent.Held("Crisis."),
        new TenantEvent.Released(),
    ];

    // Clocks of several silos: now and then one is behind.
    private static readonly Gen<Happening[]> Histories = Gen.Select(
            Gen.Int[0, Known.Length - 1],
            Gen.Int[0, Tenants.Length - 1],
            Gen.Int[0, Campaigns.Length - 1],
            Gen.Int[-1, 3]
        )
        .Select((known, tenant, campaign, seconds) => new Happening(Known[known], Tenants[tenant], Campaigns[campaign], seconds))
        .Array[1, 80];

    [Fact]
    public Task by_position_equals_the_fold_of_the_logs_prefix() =>
        Check(
            async (log, events) =>
            {
                for (var position = 0UL; position <= (ulong)events.Count + 1; position++)
                {
                    var moment = new Moment.Place($"{position}");
                    await Equal(log, moment, stream => events.Where(e => e.Stream == stream && e.Position <= new LogPosition(position)));
                }
            }
        );

    [Fact]
    public Task by_time_equals_the_fold_of_what_comes_before_the_first_later_event() =>
        Check(
            async (log, events) =>
            {
                foreach (var at in events.Select(e => e.Metadata.RecordedAt).Append(Nine.AddDays(1)).Append(Nine.AddDays(-1)).Distinct())
                    await Equal(
                        log,
                        new Moment.Instant(at),
                        stream => events.Where(e => e.Stream == stream).TakeWhile(e => e.Metadata.RecordedAt <= at)
                    );
            }
        );

    private static Task Check(Func<IEventStore, IReadOnlyList<RecordedEvent>, Task> holds) =>
        Histories.SampleAsync(
            async history =>
            {
                await using var services = new ServiceCollection()
                    .AddSingleton(TimeProvider.System)
                    .AddLogging()
                    .AddInMemoryEventStore()
                    .BuildServiceProvider();
                var log = services.GetRequiredService<IEventStore>();
                await Fill(log, history);
                await holds(log, await log.ReadAll(LogPosition.Start).ToListAsync());
            },
            iter: 40,
            threads: 1
        );

    private static async Task Equal(IEventStore log, Moment moment, Func<StreamName, IEnumerable<RecordedEvent>> prefix)
    {
        foreach (var tenant in Tenants)
        {
            var history = new StreamHistory(log, tenant);
            foreach (var id in Campaigns)
            {
                List<RecordedEvent> before = [.. prefix(StreamName.Of("campaign", tenant, id.Value))];
                var expected = before.Select(e => (CampaignEvent)e.Event).Aggregate(Campaign.Initial, Campaign.Evolve);
                var was = await history.Campaign(id, moment, default);
                Assert.Equal(Json(expected as Campaign.Open), Json(was?.State));
                Assert.Equal(expected is Campaign.Open ? before[^1].Position.ToString() : null, was?.Last?.Position);
            }
            var settings = prefix(StreamName.Of("tenant", tenant)).Select(e => (TenantEvent)e.Event);
            Assert.Equal(settings.Aggregate(Tenant.Initial, Tenant.Evolve), (await history.Settings(moment, default)).State);
        }
    }

    private static async Task Fill(IEventStore log, IEnumerable<Happening> history)
    {
        var versions = new Dictionary<StreamName, long>();
        var at = Nine;
        foreach (var (happened, tenant, campaign, seconds) in history)
        {
            var stream = happened is TenantEvent ? StreamName.Of("tenant", tenant) : StreamName.Of("campaign", tenant, campaign.Value);
            at = at.AddSeconds(seconds);
            var appended = await log.Append(
                stream,
                versions.GetValueOrDefault(stream),
                [new(Guid.CreateVersion7(at), happened, new(Ana, at))]
            );
            versions[stream] = appended.Version;
        }
    }

    private static string Json<T>(T state) => JsonSerializer.Serialize(state, EventJson.Options);

    private static DraftPost Draft(string caption) => new(Platform.Instagram, new(caption, ["bread"], "A loaf", "A loaf"));

    private static Guid Uuid(int n) => new(n, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    private sealed record Happening(DomainEvent Event, TenantId Tenant, CampaignId Campaign, int Seconds);
}
