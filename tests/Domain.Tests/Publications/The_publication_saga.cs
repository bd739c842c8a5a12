using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Publications.PublicationStep;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

/// <summary>The table of <see cref="PublicationFlow"/>, row by row.</summary>
public sealed class The_publication_saga
{
    [Theory]
    [InlineData("unknown")]
    [InlineData("live")]
    [InlineData("withdrawn")]
    public void rests_before_and_after_all_is_said(string stage) => Expect(Stage(stage), Nine, new Rest());

    [Fact]
    public void uploads_ten_minutes_ahead_and_not_before()
    {
        Expect(Waiting, Nine.AddHours(-5), new Wait(Nine.AddMinutes(-10)));
        Expect(Waiting, Nine.AddMinutes(-10), new Upload(OrderDue(Nine)));
    }

    [Fact]
    public void uploads_again_when_the_pause_is_over()
    {
        PublicationEvent[] failed = [.. Waiting, new AttemptFailed(PublicationPhase.Upload, Hiccup, Nine.AddSeconds(5))];

        Expect(failed, Nine, new Wait(Nine.AddSeconds(5)));
        Expect(failed, Nine.AddSeconds(5), new Upload(OrderDue(Nine)));
    }

    [Fact]
    public void checks_what_was_uploaded()
    {
        Expect(Uploaded, Nine.AddMinutes(-10), new Check(OrderDue(Nine), C1));
        PublicationEvent[] failed = [.. Uploaded, new AttemptFailed(PublicationPhase.Check, Hiccup, Nine.AddSeconds(5))];
        Expect(failed, Nine, new Wait(Nine.AddSeconds(5)));
        Expect(failed, Nine.AddSeconds(5), new Check(OrderDue(Nine), C1));
    }

    [Fact]
    public void publishes_at_the_due_time_and_not_before()
    {
        Expect(Ready, Nine.AddTicks(-1), new Wait(Nine));
        Expect(Ready, Nine, new Publish(OrderReady, C1, 1));
        Expect(Ready, Nine.AddMinutes(5), new Publish(OrderReady, C1, 1));
    }

    [Fact]
    public void has_a_place_kept_ahead_of_the_due_time_and_another_one_when_that_has_passed()
    {
        Expect(ReadyWithoutSlot, Nine.AddMinutes(-10).AddTicks(-1), new Wait(Nine.AddMinutes(-10)));
        Expect(ReadyWithoutSlot, Nine.AddMinutes(-10), new Reserve(OrderDue(Nine), Nine));
        Expect(Ready, Nine.AddHours(9), new Reserve(OrderReady, Nine.AddHours(9)));
    }

    [Fact]
    public void gives_its_place_back_when_it_ends_otherwise_or_is_moved_far()
    {
        Expect([.. Ready, new PublicationEvent.Withdrawn("Stop.")], Nine, new ReleaseSlot(Club));
        Expect([.. Ready, new PublicationEvent.Withdrawn("Stop."), new SlotReleased()], Nine, new Rest());
        Expect([.. Ready, new Rescheduled(Plan(Nine.AddDays(3)), Nine.AddDays(4))], Nine, new ReleaseSlot(Club));
    }

    [Fact]
    public void waits_out_the_pause_after_a_call_that_did_nothing()
    {
        PublicationEvent[] failed = [.. Publishing, new AttemptFailed(PublicationPhase.Publish, Full, Nine.AddHours(1))];

        Expect(failed, Nine, new Wait(Ten.AddMinutes(-10)));
        Expect(failed, Ten.AddMinutes(-10), new Reserve(OrderReady, Ten));
        PublicationEvent[] kept = [.. failed, new SlotReserved(Ten)];
        Expect(kept, Ten.AddMinutes(-10), new Wait(Ten));
        Assert.IsType<Publish>(PublicationFlow.Next(After<Publication, PublicationEvent>(kept), Pace, Ten));
    }

    [Fact]
    public void renews_a_container_that_would_be_too_old()
    {
        PublicationEvent[] moved = [.. ReadyWithoutSlot, new Rescheduled(Plan(Nine.AddDays(3)), Nine.AddDays(4))];
        Expect(moved, Nine, new Renew(C1));
        Expect(Ready, Nine.AddHours(20), new Renew(C1)); // held for long, then released
    }

    [Fact]
    public void asks_after_a_crash_and_never_guesses()
    {
        Expect(Publishing, Nine, new FindOut(OrderReady, C1, Nine));
        Expect([.. Publishing, new OutcomeUnclear(Lost)], Nine.AddDays(3), new FindOut(OrderReady, C1, Nine));
        Expect(ReadUnpublished[..^1], Ten, new FindOut(OrderReady, C1, Nine));
        Expect(PublishingAgain, Ten, new FindOut(OrderReady, C1, Nine.AddMinutes(3)));
    }

    [Fact]
    public void calls_again_with_the_same_container_after_two_readings() => Expect(ReadUnpublished, Ten, new Publish(OrderReady, C1, 2));

    [Fact]
    public void asks_a_person_when_it_is_too_late_to_call_again() =>
        Expect(ReadUnpublished, Nine.AddHours(24).AddTicks(1), new AskPerson());

    [Fact]
    public void asks_a_person_when_all_calls_are_used_up() => Expect(The_end_of_a_publication.AllCalls(), Ten, new AskPerson());

    [Theory]
    [InlineData("waiting")]
    [InlineData("uploaded")]
    [InlineData("ready")]
    public void ends_when_it_is_too_late(string stage) => Expect(Stage(stage), Nine.AddHours(24).AddTicks(1), new Expire());

    [Theory]
    [InlineData("waiting")]
    [InlineData("uploaded")]
    [InlineData("ready")]
    public void rests_while_held(string stage)
    {
        PublicationEvent[] held = [.. Stage(stage), new Held("Wait.")];
        Expect(held, Nine, new Rest());
        Expect(held, Nine.AddDays(9), new Rest());
    }

    [Fact]
    public void starts_over_with_a_new_container_once_the_old_one_is_given_up()
    {
        PublicationEvent[] dropped = [.. Publishing, new ContainerDropped(C1, Spoiled, Nine.AddSeconds(5))];

        Expect(dropped, Nine, new Wait(Nine.AddSeconds(5)));
        Expect(dropped, Nine.AddSeconds(5), new Upload(OrderReady));
        Expect([.. dropped, new ContainerCreated(C2, Nine), new ContainerReady(C2)], Nine.AddMinutes(2), new Publish(OrderReady, C2, 1));
    }

    private static void Expect(PublicationEvent[] happened, DateTimeOffset now, PublicationStep step) =>
        Assert.Equal(step, PublicationFlow.Next(After<Publication, PublicationEvent>(happened), Pace, now));
}
