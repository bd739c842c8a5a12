using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Erasures;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Events;

/// <summary>The states that each aggregate can be in, by the events that lead there.</summary>
internal static class StateSamples
{
    private static readonly AccountEvent.Connected Connected = new(AtClub.InstagramUserId, AtClub.Username, Key);
    private static readonly WebhookEvent.Created Created = new("https://hooks.example.com/", [WebhookTopic.PostLive], null, Key);
    private static readonly ErasureEvent.Begun Begun = new(Ben, Nine);
    private static readonly GenerationEvent[] Asked = [new GenerationEvent.TextRequested(Autumn, "Autumn at the bakery.", null, Two)];
    private static readonly GenerationEvent.ImageRequested ImageAsked = new(Autumn, First, "A loaf", default);

    public static IReadOnlyList<IFoldedStates> All { get; } =
    [
        new Folded<Tenant, TenantEvent>(
            [],
            [new TenantEvent.Held("Strike.")],
            [EventSamples.All.OfType<TenantEvent.ServiceTokenCreated>().Single()],
            [new TenantEvent.ErasureAsked(Ten, Ben, Nine)]
        ),
        new Folded<Erasure, ErasureEvent>([], [Begun], [Begun, new ErasureEvent.KeysDestroyed([], Ten)]),
        new Folded<Brand, BrandEvent>(
            [],
            [new BrandEvent.Created(Brands.Setting_up_a_brand.Profile)],
            [
                new BrandEvent.Created(Brands.Setting_up_a_brand.Profile),
                new BrandEvent.StyleReferenceAdded(Brands.Setting_up_a_brand.Profile.Logo!),
            ]
        ),
        new Folded<MediaFile, MediaFileEvent>(
            [],
            [new MediaFileEvent.Uploaded(Brands.Setting_up_a_brand.Profile.Logo!)],
            [new MediaFileEvent.Removed(Brands.Setting_up_a_brand.Profile.Logo!.Key)]
        ),
        new Folded<Account, AccountEvent>(
            [],
            [Connected],
            [Connected, new AccountEvent.Held("Strike."), new AccountEvent.TroubleFound(Hiccup)],
            [
                Connected,
                new AccountEvent.QuotaRead(7, 50, Nine),
                new AccountEvent.SlotReserved(Outing, Ten, Nine),
                new AccountEvent.TroubleFound(Hiccup),
            ],
            [
                Connected,
                new AccountEvent.WeeklySlotsSet(new("Etc/UTC", [new(Weekday.Tuesday, "10:00")])),
                new AccountEvent.WeeklySlotTaken(Outing, Plan(Ten), Nine),
            ],
            [Connected, new AccountEvent.Disconnected()]
        ),
        new Folded<Campaign, CampaignEvent>(
            [],
            WithPlan,
            Reviews.ReviewSample.Invited,
            [.. WithApproval, Scheduling.Repeating_a_post.Planned],
            [.. WithPlan, Scheduling.Moving_a_campaign.Planned],
            [
                .. WithPost,
                new CampaignEvent.ItemKindChanged(First, PostKind.Carousel),
                new CampaignEvent.MediaAttached(First, Film, [Picture]),
            ],
            [.. WithPost, new CampaignEvent.WritingRequested(Job, Two)],
            [.. WithPost, new CampaignEvent.IllustrationRequested(OtherJob, First, "A loaf", default)]
        ),
        new Folded<Generation, GenerationEvent>(
            [],
            Asked,
            [ImageAsked],
            [.. Asked, new GenerationEvent.TextProduced([Draft], Model, Usage)],
            [ImageAsked, new GenerationEvent.ImageProduced(Picture, Model, Usage)],
            [.. Asked, new GenerationEvent.Failed(Hiccup)],
            [.. Generations.GenerationSamples.UnderWay],
            [.. Generations.GenerationSamples.UnderWay.Take(2)],
            [.. Generations.GenerationSamples.BeingMended]
        ),
        new Folded<Publication, PublicationEvent>(
            [],
            Waiting,
            [.. Waiting, new PublicationEvent.Held("Strike.")],
            [.. Waiting, new PublicationEvent.Rescheduled(Plan(Ten), Ten.AddHours(24)), new PublicationEvent.ApprovalVoided()],
            Assembling,
            Assembled,
            Uploaded,
            Ready,
            Publishing,
            ReadUnpublished,
            PublishingAgain,
            Live,
            Publications.PublicationSample.Withdrawn,
            [ScheduledFor(Nine) with { InWeeklySlot = true }, new PublicationEvent.Rescheduled(Plan(Ten), Ten.AddHours(24))]
        ),
        new Folded<Webhook, WebhookEvent>(
            [],
            [Created],
            [Created, new WebhookEvent.SecretRotated(NewKey, Ten), new WebhookEvent.Disabled("By hand.", ByFailure: false)],
            [Created, new WebhookEvent.Removed()]
        ),
        new Folded<Ledger, LedgerEvent>([], [.. Ledgers.LedgerSample.Held], [.. Ledgers.LedgerSample.Full]),
    ];
}

/// <summary>The states of one aggregate, without its types.</summary>
internal interface IFoldedStates
{
    Type State { get; }

    Type Event { get; }

    int SnapshotVersion { get; }

    /// <summary>Each state, and what it becomes by one more event.</summary>
    IEnumerable<(object Before, object After)> By(DomainEvent happened);

    IEnumerable<object> States { get; }
}

internal sealed class Folded<TState, TEvent>(params TEvent[][] histories) : IFoldedStates
    where TState : IFold<TState, TEvent>
    where TEvent : DomainEvent
{
    public Type State => typeof(TState);

    public Type Event => typeof(TEvent);

    public int SnapshotVersion => TState.SnapshotVersion;

    public IEnumerable<object> States => histories.Select(history => (object)After<TState, TEvent>(history)!);

    public IEnumerable<(object Before, object After)> By(DomainEvent happened) =>
        histories
            .Select(history => After<TState, TEvent>(history))
            .Select(state => ((object)state!, (object)TState.Evolve(state, (TEvent)happened)!));
}
