using Campaigns.Domain.Accounts;
using Campaigns.Domain.Hindrances;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Hindrances;

/// <summary>Each event is taken to have happened a minute after the one before it, the first at seven.</summary>
public sealed class Why_a_post_has_not_gone_out
{
    private static readonly DateTimeOffset Seven = Nine.AddHours(-2);
    private static readonly AccountEvent.Connected Connected = new(AtClub.InstagramUserId, AtClub.Username, Key);

    [Fact]
    public void is_that_its_time_has_not_come()
    {
        var found = Why(Waiting, Nine.AddMinutes(-30)).First;

        Assert.Equal((HindranceCause.Slot, Seven, Nine - Pace.PrepareAhead), (found.Cause, found.Since, found.NextWakeUp));
        Assert.Equal("It is due 2026-11-24 09:00:00 UTC.", found.InWords);
    }

    [Fact]
    public void is_that_it_was_moved()
    {
        var found = Why([.. Waiting, new Rescheduled(Plan(Ten), Ten.AddDays(1))], Nine).First;

        Assert.Equal((HindranceCause.Slot, Seven.AddMinutes(1), Ten - Pace.PrepareAhead), (found.Cause, found.Since, found.NextWakeUp));
    }

    [Fact]
    public void is_a_persons_hold_of_the_post()
    {
        var found = Why([.. Ready, new Held("Wait for the lawyer"), new Held("Wait for the sun.")], Nine).First;

        Assert.Equal((HindranceCause.PostHeld, Seven.AddMinutes(4), null), (found.Cause, found.Since, found.NextWakeUp));
        Assert.Equal("A person holds this post: Wait for the sun.", found.InWords);
    }

    [Fact]
    public void is_a_persons_hold_of_the_account()
    {
        var found = Why(Ready, Nine, account: [Connected, new AccountEvent.Held("Crisis")]).First;

        Assert.Equal((HindranceCause.AccountHeld, Seven.AddMinutes(1), null), (found.Cause, found.Since, found.NextWakeUp));
        Assert.Equal("The account @the.club is held: Crisis.", found.InWords);
    }

    [Fact]
    public void is_a_persons_hold_of_everything()
    {
        var found = Why(Ready, Nine, tenant: [new TenantEvent.Held("Mourning.")]).First;

        Assert.Equal(
            (HindranceCause.TenantHeld, Seven, null, "Everything is held: Mourning."),
            (found.Cause, found.Since, found.NextWakeUp, found.InWords)
        );
    }

    [Fact]
    public void is_an_account_whose_token_is_not_taken()
    {
        var trouble = new AccountEvent.TroubleFound(new(ProblemClass.AccountBroken, "190", "The token has expired."));

        var found = Why(Ready, Nine, account: [Connected, trouble]).First;

        Assert.Equal((HindranceCause.Token, Seven.AddMinutes(1), "190"), (found.Cause, found.Since, found.Code));
        Assert.Equal(Nine + PublishingPace.LookForRelease, found.NextWakeUp);
        Assert.Equal(Nine - Pace.PrepareAhead, Why(Waiting, Nine.AddHours(-1), account: [Connected, trouble]).First.NextWakeUp);
        Assert.Equal("The account @the.club must be reconnected: The token has expired.", found.InWords);
    }

    [Fact]
    public void is_an_account_that_was_taken_away()
    {
        var found = Why(Ready, Nine, account: [Connected, new AccountEvent.Disconnected()]).First;

        Assert.Equal((HindranceCause.Token, Seven.AddMinutes(1)), (found.Cause, found.Since));
    }

    [Fact]
    public void is_an_account_that_the_platform_blocks_for_a_time()
    {
        var blocked = new AccountEvent.Blocked(Of(ProblemClass.AccountBlocked), Nine.AddMinutes(-5), Ten);

        var found = Why(Ready, Nine, account: [Connected, blocked]).First;

        Assert.Equal((HindranceCause.Blocked, Nine.AddMinutes(-5), Ten), (found.Cause, found.Since, found.NextWakeUp));
        Assert.Equal(HindranceCause.UnderWay, Why(Ready, Ten.AddMinutes(1), account: [Connected, blocked]).First.Cause);
    }

    [Fact]
    public void is_that_its_new_time_must_be_approved()
    {
        PublicationEvent[] moved = [.. Waiting, new Rescheduled(Plan(Ten), Ten.AddDays(1)), new ApprovalVoided()];

        TenantEvent[] wanted = [new TenantEvent.ApprovalPolicySet(ApprovalPolicy.Internal, VoidedByReschedule: true)];
        var found = Why(moved, Nine, tenant: wanted).First;

        Assert.Equal((HindranceCause.Approval, Seven.AddMinutes(2), Ten.AddDays(1)), (found.Cause, found.Since, found.NextWakeUp));
        Assert.Equal(HindranceCause.Slot, Why([.. moved, new Reapproved(Ben)], Nine, tenant: wanted).First.Cause);
    }

    [Theory]
    [InlineData(ApprovalPolicy.None, true)]
    [InlineData(ApprovalPolicy.Internal, false)]
    public void is_not_an_approval_that_its_tenant_no_longer_asks_for(ApprovalPolicy policy, bool voided)
    {
        PublicationEvent[] moved = [.. Waiting, new Rescheduled(Plan(Ten), Ten.AddDays(1)), new ApprovalVoided()];
        TenantEvent[] dropped = [new TenantEvent.ApprovalPolicySet(policy, voided)];

        Assert.Equal(HindranceCause.Slot, Why(moved, Nine, tenant: dropped).First.Cause);
        Assert.Equal(HindranceCause.UnderWay, Why(moved, Ten, tenant: dropped).First.Cause);
    }

    [Fact]
    public void is_that_a_person_must_decide_as_it_is_late()
    {
        var late = Nine.AddDays(2);

        var found = Why([.. Waiting, new DecisionAsked(late.AddDays(7), "Too late.")], late).First;

        Assert.Equal((HindranceCause.LatePolicy, Seven.AddMinutes(1), late.AddDays(7)), (found.Cause, found.Since, found.NextWakeUp));
    }

    [Fact]
    public void is_that_its_late_policy_is_about_to_be_applied() =>
        Assert.Equal(HindranceCause.LatePolicy, Why(Waiting, Nine.AddDays(2)).First.Cause);

    [Theory]
    [InlineData(DeferralReason.Quota, HindranceCause.Quota)]
    [InlineData(DeferralReason.Pace, HindranceCause.Pace)]
    [InlineData(DeferralReason.QuietHours, HindranceCause.QuietHours)]
    public void is_what_the_saga_said_that_it_waits_for(DeferralReason reason, HindranceCause cause)
    {
        PublicationEvent[] deferred = [.. ReadyWithoutSlot, new SlotReserved(Ten), new Deferred(reason, Ten)];

        var found = Why(deferred, Nine.AddMinutes(5)).First;

        Assert.Equal((cause, Seven.AddMinutes(4), Ten), (found.Cause, found.Since, found.NextWakeUp));
        Assert.Equal(HindranceCause.UnderWay, Why(deferred, Ten.AddSeconds(1)).First.Cause);
    }

    [Fact]
    public void is_one_wait_however_often_it_is_put_off_for_the_same()
    {
        PublicationEvent[] hourly =
        [
            .. ReadyWithoutSlot,
            new Deferred(DeferralReason.Quota, Ten),
            new Deferred(DeferralReason.Quota, Ten.AddHours(1)),
            new Deferred(DeferralReason.Quota, Ten.AddHours(2)),
        ];

        var found = Why(hourly, Ten.AddHours(1)).First;
        var other = Why([.. hourly, new Deferred(DeferralReason.QuietHours, Ten.AddHours(3))], Ten.AddHours(1)).First;

        Assert.Equal((HindranceCause.Quota, Seven.AddMinutes(3), Ten.AddHours(2)), (found.Cause, found.Since, found.NextWakeUp));
        Assert.Equal((HindranceCause.QuietHours, Seven.AddMinutes(6)), (other.Cause, other.Since));
    }

    [Fact]
    public void is_that_it_is_quiet_though_nobody_has_said_so_yet()
    {
        var found = Why(Ready, Nine, tenant: [new TenantEvent.QuietHoursSet(new("08:30", "10:00"))]).First;

        Assert.Equal((HindranceCause.QuietHours, Nine, Ten), (found.Cause, found.Since, found.NextWakeUp));
    }

    [Theory]
    [InlineData(ProblemClass.Transient, HindranceCause.Platform)]
    [InlineData(ProblemClass.Unfamiliar, HindranceCause.Platform)]
    [InlineData(ProblemClass.QuotaReached, HindranceCause.Quota)]
    [InlineData(ProblemClass.MediaUnreachable, HindranceCause.Media)]
    [InlineData(ProblemClass.MediaUnprocessable, HindranceCause.Media)]
    public void is_a_problem_of_the_platforms_that_is_tried_again(ProblemClass problem, HindranceCause cause)
    {
        PublicationEvent[] failed =
        [
            .. Waiting,
            new AttemptFailed(PublicationPhase.Upload, Of(problem), Nine.AddMinutes(1)),
            new AttemptFailed(PublicationPhase.Upload, Of(problem), Nine.AddMinutes(9)),
        ];

        var found = Why(failed, Nine.AddMinutes(2)).First;

        Assert.Equal((cause, Seven.AddMinutes(1), Nine.AddMinutes(9), "code"), (found.Cause, found.Since, found.NextWakeUp, found.Code));
        Assert.Equal("In words. It is tried again 2026-11-24 09:09:00 UTC.", found.InWords);
    }

    [Fact]
    public void is_no_problem_that_was_got_over() =>
        Assert.Equal(
            HindranceCause.UnderWay,
            Why([.. Waiting, new AttemptFailed(PublicationPhase.Upload, Hiccup, Nine), .. Uploaded[1..]], Nine.AddMinutes(1)).First.Cause
        );

    [Fact]
    public void is_a_call_whose_answer_is_awaited()
    {
        var found = Why(Publishing, Nine.AddSeconds(10)).First;

        Assert.Equal((HindranceCause.UnderWay, Nine, Nine + Pace.CallDeadline), (found.Cause, found.Since, found.NextWakeUp));
    }

    [Fact]
    public void is_a_call_that_may_have_gone_through()
    {
        var unclear = Why([.. Publishing, new OutcomeUnclear(Lost)], Nine.AddSeconds(10)).First;
        var crashed = Why(Publishing, Nine.AddMinutes(3)).First;
        var again = Why(PublishingAgain, Nine.AddMinutes(4)).First;

        Assert.Equal(
            (HindranceCause.OutcomeUnknown, Seven.AddMinutes(4), Nine.AddSeconds(10) + Pace.AskAgain),
            (unclear.Cause, unclear.Since, unclear.NextWakeUp)
        );
        Assert.Equal(HindranceCause.OutcomeUnknown, crashed.Cause);
        Assert.Equal((HindranceCause.OutcomeUnknown, Seven.AddMinutes(4)), (again.Cause, again.Since));
    }

    [Theory]
    [InlineData("waiting", "It is due, and is being handed to the platform.")]
    [InlineData("uploaded", "It is due, and the platform is still looking at its content.")]
    [InlineData("ready", "It is due, and about to go out.")]
    public void is_nothing_but_the_step_that_is_being_taken(string stage, string inWords)
    {
        var found = Why(Stage(stage), Nine).First;

        Assert.Equal((HindranceCause.UnderWay, inWords), (found.Cause, found.InWords));
    }

    [Fact]
    public void is_told_with_what_else_would_keep_it_back() =>
        Assert.Equal(
            [HindranceCause.PostHeld, HindranceCause.TenantHeld, HindranceCause.AccountHeld, HindranceCause.Slot],
            Why(
                [.. Waiting, new Held("Wait.")],
                Nine.AddHours(-1),
                [Connected, new AccountEvent.Held("Crisis.")],
                [new TenantEvent.Held("Mourning.")]
            )
                .All.Select(found => found.Cause)
        );

    [Theory]
    [InlineData("unknown")]
    [InlineData("live")]
    [InlineData("withdrawn")]
    public void is_no_question_once_it_has_a_verdict(string stage) => Assert.Empty(Why(Stage(stage), Nine).All);

    private static Answer Why(
        PublicationEvent[] happened,
        DateTimeOffset now,
        AccountEvent[]? account = null,
        TenantEvent[]? tenant = null
    ) =>
        new(
            WhyNotYet.Of(
                Minutes(happened).Aggregate(PublicationRecord.Initial, (standing, next) => standing.After(next.Event, next.At)),
                Minutes(account ?? [Connected]).Aggregate(AccountStanding.Initial, (standing, next) => standing.After(next.Event, next.At)),
                Minutes(tenant ?? []).Aggregate(TenantStanding.Initial, (standing, next) => standing.After(next.Event, next.At)),
                Pace,
                now
            )
        );

    private static IEnumerable<(TEvent Event, DateTimeOffset At)> Minutes<TEvent>(TEvent[] happened) =>
        happened.Select((next, minute) => (next, Seven.AddMinutes(minute)));

    private sealed record Answer(IReadOnlyList<Hindrance> All)
    {
        public Hindrance First => All[0];
    }
}
