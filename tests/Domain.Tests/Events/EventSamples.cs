using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Erasures;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Events;

/// <summary>One of each event there is, with every member that may be null set to something.</summary>
internal static class EventSamples
{
    private static readonly WritingOrder Order = new([new(Platform.Instagram, 2), new(Platform.LinkedIn, 1)], "pt-BR", "Warm");
    private static readonly string Hash = ContentHash.Of(Platform.Instagram, Words, Picture.Sha256);

    private static readonly LatePolicy Asking = new(TimeSpan.FromMinutes(90), LateAction.Ask);

    public static IReadOnlyList<DomainEvent> All { get; } =
    [
        new TenantEvent.ZoneSet("America/Sao_Paulo"),
        new TenantEvent.ApprovalPolicySet(ApprovalPolicy.None),
        new TenantEvent.RolePermissionsSet("editor", ["campaign:edit", "tenant:view"]),
        new TenantEvent.ServiceTokenCreated(
            new(Guid.Parse("0193a1b2-0000-7000-8000-00000000a001")),
            new(
                "Nightly import",
                ["campaign:create"],
                new string('a', 64),
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.UnixEpoch.AddDays(30),
                ActorId.Parse("user_ana")
            )
        ),
        new TenantEvent.ServiceTokenRevoked(new(Guid.Parse("0193a1b2-0000-7000-8000-00000000a001"))),
        new TenantEvent.PersonErased(ActorId.Parse("user_ana")),
        new TenantEvent.Held("Crisis."),
        new TenantEvent.Released(),
        new TenantEvent.LatePolicySet(Asking),
        new TenantEvent.QuietHoursSet(new("22:00", "07:00")),
        new TenantEvent.PaceSet(TimeSpan.FromMinutes(15)),
        new TenantEvent.AiLimitsSet(new(MicroUsd.Of(50_000_000), MicroUsd.Of(40_000_000.5m))),
        new TenantEvent.ErasureAsked(Ten, Ben, Nine),
        new TenantEvent.ErasureCancelled(),
        new ErasureEvent.Begun(Ben, Nine),
        new ErasureEvent.KeysDestroyed([First.Uuid], Ten),
        new ErasureEvent.Certified(Ben, Nine, [First.Uuid], [new("read.history_a", 12)]),
        new BrandEvent.Created(Brands.Setting_up_a_brand.Profile),
        new BrandEvent.ProfileChanged(Brands.Setting_up_a_brand.Profile with { Name = "Padaria Nova" }),
        new BrandEvent.StyleReferenceAdded(Brands.Setting_up_a_brand.Profile.Logo!),
        new BrandEvent.StyleReferenceRemoved(Brands.Setting_up_a_brand.Profile.Logo!.Key),
        new MediaFileEvent.Uploaded(Brands.Setting_up_a_brand.Profile.Logo!),
        new MediaFileEvent.Removed(Brands.Setting_up_a_brand.Profile.Logo!.Key),
        new AccountEvent.Connected(AtClub.InstagramUserId, AtClub.Username, Key),
        new AccountEvent.Reconnected("the.new.club", NewKey),
        new AccountEvent.TroubleFound(new(ProblemClass.AccountBroken, "190/463", "The token has expired.")),
        new AccountEvent.Disconnected(),
        new AccountEvent.Held("Crisis."),
        new AccountEvent.Released(),
        new AccountEvent.TroubleCleared(),
        new AccountEvent.Blocked(new(ProblemClass.AccountBlocked, "4/2207051", "Blocked as spam."), Nine, Nine.AddHours(4)),
        new AccountEvent.QuotaRead(7, 50, Nine),
        new AccountEvent.SlotReserved(Outing, Ten, Nine),
        new AccountEvent.SlotReleased(Outing),
        new AccountEvent.PaceSet(TimeSpan.FromMinutes(15)),
        new AccountEvent.WeeklySlotsSet(new("Europe/Lisbon", [new(Weekday.Monday, "09:00"), new(Weekday.Friday, "17:30")])),
        new AccountEvent.WeeklySlotTaken(Outing, Plan(Ten), Nine),
        new AccountEvent.WeeklySlotFreed(Outing),
        new CampaignEvent.Created("Autumn", "Autumn at the bakery.", Bakery),
        new CampaignEvent.Renamed("Winter"),
        new CampaignEvent.BriefChanged("Winter at the bakery."),
        new CampaignEvent.LatePolicySet(Asking),
        new CampaignEvent.WritingRequested(Job, Generations.A_campaign_run.Everything, Anna),
        new CampaignEvent.Written(
            Job,
            [
                new(Second, Draft),
                new(new(Uuid(30)), Generations.A_campaign_run.Carousel),
                new(new(Uuid(31)), Generations.A_campaign_run.Clip),
            ],
            Model,
            ["Ad for Facebook: 1 ordered, 0 came."]
        ),
        new CampaignEvent.WritingFailed(Job, Hiccup),
        new CampaignEvent.ItemAdded(First, Draft),
        new CampaignEvent.ItemTextChanged(First, OtherWords),
        new CampaignEvent.ItemRemoved(First),
        new CampaignEvent.IllustrationRequested(
            OtherJob,
            First,
            "A loaf on a wooden table",
            AspectRatio.Portrait,
            Anna,
            new(ReferenceRole.Original, Asset: Picture)
        ),
        new CampaignEvent.ItemIllustrated(OtherJob, First, Picture, Model),
        new CampaignEvent.IllustrationFailed(OtherJob, First, Hiccup),
        new CampaignEvent.MediaAttached(First, Picture),
        new CampaignEvent.ItemKindChanged(First, PostKind.Carousel),
        new CampaignEvent.ApprovalRequested(First, Hash, "Please look."),
        new CampaignEvent.ItemApproved(First, Hash, Ben, "Fine."),
        new CampaignEvent.ChangesRequested(First, Hash, Ben, "Darker."),
        new CampaignEvent.ReviewerInvited(Reviews.ReviewSample.Link, "Carla of the client", [new(First, Hash)], Ten),
        new CampaignEvent.InviteRevoked(Reviews.ReviewSample.Link),
        new CampaignEvent.Commented(First, Hash, Ben, true, "Is the price right?"),
        new CampaignEvent.PublicationPlanned(First, Outing, Club, Hash),
        Scheduling.Repeating_a_post.Planned,
        new CampaignEvent.SeriesAdvanced(
            Scheduling.Repeating_a_post.Twice,
            [new(Scheduling.Repeating_a_post.Publication(0), OccurrenceState.Refused, Refusal.PublicationNotFound)]
        ),
        new CampaignEvent.SeriesCancelled(Scheduling.Repeating_a_post.Twice, "Sold out.", Ben),
        Scheduling.Moving_a_campaign.Planned,
        new CampaignEvent.MoveAdvanced(Scheduling.Moving_a_campaign.Week, [new(Outing, MoveState.Refused, Refusal.PublicationNotFound)]),
        .. Generations.GenerationSamples.OfCampaign,
        .. Generations.GenerationSamples.OfJobs,
        ScheduledFor(Nine) with
        {
            Late = Asking,
        },
        new PublicationEvent.Rescheduled(
            new("2027-03-28T01:30:00", "Europe/Lisbon", new(2027, 3, 28, 1, 30, 0, TimeSpan.Zero), LocalTimeRule.MovedForwardOverGap),
            new(2027, 3, 29, 1, 30, 0, TimeSpan.Zero)
        ),
        new PublicationEvent.ApprovalVoided(),
        new PublicationEvent.ApprovalWaived(),
        new PublicationEvent.Reapproved(Ben),
        new PublicationEvent.SlotReserved(Nine),
        new PublicationEvent.SlotReleased(),
        new PublicationEvent.WeeklySlotFreed(),
        new PublicationEvent.Deferred(DeferralReason.Quota, Ten),
        new PublicationEvent.DecisionAsked(Nine.AddDays(8), "It could not go out within a day of its due time."),
        new PublicationEvent.CarriedOver(Nine.AddDays(8), "It could not go out within a day of its due time."),
        new PublicationEvent.Held("Wait for the lawyer."),
        new PublicationEvent.Released(),
        new PublicationEvent.ChildContainerCreated(0, Child(0), Nine),
        new PublicationEvent.ChildContainerReady(Child(1)),
        new PublicationEvent.ChildContainerDropped(Child(0), Spoiled, Ten),
        new PublicationEvent.ContainerCreated(C1, Nine),
        new PublicationEvent.ContainerReady(C1),
        new PublicationEvent.ContainerDropped(C1, Spoiled, Ten),
        new PublicationEvent.PublishStarted(C1, 1, Nine.AddMilliseconds(250)),
        new PublicationEvent.OutcomeUnclear(Lost),
        new PublicationEvent.FoundUnpublished(C1, Nine),
        new PublicationEvent.FoundSpent(C1, ContainerStatus.Error, Nine),
        new PublicationEvent.WentLive(Photo, LiveProof.PublishReply, Nine),
        new PublicationEvent.AttemptFailed(PublicationPhase.Publish, Full, Ten),
        new PublicationEvent.GaveUp(Hiccup),
        new PublicationEvent.Skipped("It could not go out within a day of its due time."),
        new PublicationEvent.Withdrawn("The post was edited."),
        new PublicationEvent.NeedsPerson(Lost, "Asked for a day."),
        new WebhookEvent.Created("https://hooks.example.com/posts", [WebhookTopic.PostLive], "Our intranet.", Key),
        new WebhookEvent.Changed("https://hooks.example.org/", [WebhookTopic.PostLive, WebhookTopic.PostGaveUp], "Their intranet."),
        new WebhookEvent.SecretRotated(NewKey, Ten),
        new WebhookEvent.Disabled("Nothing arrived for 5 days.", ByFailure: true),
        new WebhookEvent.Enabled(DeliverMissed: true),
        new WebhookEvent.Removed(),
        .. Ledgers.LedgerSample.Events,
    ];
}
