using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Projections.Tests.Publications.Publishing;

namespace Campaigns.Projections.Tests.Publications;

public sealed class A_due_row
{
    [Fact]
    public void wakes_when_due()
    {
        Assert.Equal(Due, ToWake(Planned)!.WakeAt);
        Assert.Equal(Due, ToWake(Planned, Uploaded, Ready)!.WakeAt);
        Assert.Equal(Due.AddDays(1), ToWake(Planned, new Rescheduled(Given.At(Due.AddDays(1)), Due.AddDays(2)))!.WakeAt);
    }

    [Fact]
    public void wakes_at_once_while_a_step_is_under_way()
    {
        Assert.Equal(Given.Nine.AddMinutes(1), ToWake(Planned, Uploaded)!.WakeAt);

        var started = ToWake(Planned, Uploaded, Ready, Started)!;
        Assert.Equal((Given.Nine.AddMinutes(3), true), (started.WakeAt, started.OutcomeOpen));
        Assert.True(ToWake(Planned, Uploaded, Ready, Started, new OutcomeUnclear(Given.Trouble))!.OutcomeOpen);
    }

    [Fact]
    public void wakes_when_a_failed_step_is_tried_again()
    {
        var failed = ToWake(
            Planned,
            Uploaded,
            Ready,
            Started,
            new AttemptFailed(PublicationPhase.Publish, Given.Trouble, Due.AddMinutes(5))
        )!;
        Assert.Equal((Due.AddMinutes(5), false), (failed.WakeAt, failed.OutcomeOpen));
        Assert.Equal(Due.AddMinutes(9), ToWake(Planned, Uploaded, new ContainerDropped(C1, Given.Trouble, Due.AddMinutes(9)))!.WakeAt);
    }

    [Fact]
    public void wakes_when_due_after_a_retry_before_that()
    {
        var far = new Rescheduled(Given.At(Due.AddDays(7)), Due.AddDays(8));
        var soon = new Rescheduled(Given.At(Due), Due.AddDays(1));
        var renewed = new ContainerDropped(C1, Given.Trouble, Given.Nine.AddMinutes(5));

        Assert.Equal(Due.AddDays(7), ToWake(Planned, Uploaded, Ready, far, renewed)!.WakeAt);
        Assert.Equal(Due, ToWake(Planned, Uploaded, Ready, far, renewed, soon)!.WakeAt);
        Assert.Equal(Due, ToWake(Planned, Failed(PublicationPhase.Upload, Given.Nine.AddMinutes(5)))!.WakeAt);
    }

    [Fact]
    public void keeps_its_next_try_when_it_is_moved_or_held_and_released()
    {
        var failed = Failed(PublicationPhase.Upload, Due.AddHours(3));
        var moved = new Rescheduled(Given.At(Due.AddHours(1)), Due.AddDays(1));

        Assert.Equal(Due.AddHours(3), ToWake(Planned, failed, moved)!.WakeAt);
        Assert.Equal(Due.AddHours(3), ToWake(Planned, failed, new Held("Wait"), new Released())!.WakeAt);
        Assert.Equal(Due.AddHours(3), ToWake(Planned, new Held("Wait"), failed, new Released())!.WakeAt);
    }

    [Fact]
    public void wakes_when_what_it_waits_for_is_over_or_its_late_policy_has_its_say()
    {
        var quota = new Deferred(DeferralReason.Quota, Due.AddHours(5));
        var reconnect = new Deferred(DeferralReason.AccountTrouble, Until: null);
        var asked = new DecisionAsked(Due.AddDays(8), "Late.");

        Assert.Equal(Due.AddHours(5), ToWake(Planned, Uploaded, Ready, quota)!.WakeAt);
        Assert.Equal(Due.AddDays(1), ToWake(Planned, new Deferred(DeferralReason.AccountBlocked, Due.AddDays(2)))!.WakeAt);
        Assert.Equal(Due, ToWake(Planned, Uploaded, Ready, reconnect)!.WakeAt);
        Assert.Equal(Due.AddDays(8), ToWake(Planned, asked)!.WakeAt);
        Assert.Equal(Due.AddHours(1), ToWake(Planned, quota, new Rescheduled(Given.At(Due.AddHours(1)), Due.AddDays(1)))!.WakeAt);
        Assert.Equal(Due, ToWake(Planned, Uploaded, Ready, quota, new SlotReserved(Due))!.WakeAt);
    }

    [Fact]
    public void waits_for_the_approval_of_its_new_time_as_long_as_its_late_policy_lets_it()
    {
        var moved = new Rescheduled(Given.At(Due.AddHours(1)), Due.AddDays(1));

        Assert.Equal(Due.AddHours(1), ToWake(Planned, moved, new ApprovalVoided())!.WakeAt); // its tenant may have dropped the need by then
        Assert.Equal(Due.AddHours(1), ToWake(Planned, moved, new ApprovalVoided(), new Reapproved(Given.Ana))!.WakeAt);
    }

    [Fact]
    public void wakes_for_the_platforms_check_however_far_ahead_it_is_due()
    {
        var far = new Rescheduled(Given.At(Due.AddDays(7)), Due.AddDays(8));
        var retry = Given.Nine.AddMinutes(30);

        Assert.Equal(Given.Nine.AddMinutes(2), ToWake(Planned, Uploaded, far)!.WakeAt);
        Assert.Equal(retry, ToWake(Planned, Uploaded, Failed(PublicationPhase.Check, retry), far)!.WakeAt);
    }

    [Fact]
    public void is_never_overdue_by_the_time_before_it_could_move()
    {
        var past = new Rescheduled(Given.At(Given.Nine.AddHours(-1)), Due);

        Assert.Equal(Given.Nine.AddMinutes(1), ToWake(Planned, past)!.WakeAt);
        Assert.Equal(Given.Nine.AddMinutes(3), ToWake(Planned, past, new Held("Wait"), new Released())!.WakeAt);
    }

    [Fact]
    public void asks_what_came_of_a_publish_call_even_while_it_is_held() =>
        Assert.Equal(Given.Nine.AddMinutes(3), ToWake(Planned, Uploaded, new Held("Wait"), Started)!.WakeAt);

    [Fact]
    public void does_not_wake_while_it_is_held()
    {
        Assert.Null(ToWake(Planned, new Held("Wait"))!.WakeAt);
        Assert.Null(ToWake(Planned, Uploaded, new Held("Wait"), new AttemptFailed(PublicationPhase.Check, Given.Trouble, Due))!.WakeAt);
        Assert.Equal(Due, ToWake(Planned, new Held("Wait"), new Released())!.WakeAt);
    }

    [Fact]
    public void is_gone_with_a_verdict()
    {
        Assert.Null(ToWake(Planned, Uploaded, Ready, Started, Live));
        Assert.All<PublicationEvent>(
            [new GaveUp(Given.Trouble), new Skipped("Late"), new Withdrawn("No"), new NeedsPerson(Given.Trouble, "Asked.")],
            verdict => Assert.Null(ToWake(Planned, verdict))
        );
    }

    private static AttemptFailed Failed(PublicationPhase phase, DateTimeOffset retryAt) => new(phase, Given.Trouble, retryAt);
}
