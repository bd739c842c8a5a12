using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Publications.PublicationStep;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

/// <summary>How a carousel comes together: the table, every answer, and every place where a crash may fall.</summary>
public sealed class A_carousel
{
    private static readonly PublicationStep.UploadCarousel Whole = new(AlbumDue(Nine), [Child(0), Child(1), Child(2)]);

    [Fact]
    public void is_begun_in_time_for_its_videos()
    {
        Expect(WaitingAlbum, Nine.AddMinutes(-50), new Wait(Nine.AddMinutes(-45)));
        Expect(WaitingAlbum, Nine.AddMinutes(-45), new UploadChild(AlbumDue(Nine), 0));
    }

    [Fact]
    public void of_pictures_alone_is_begun_as_late_as_a_photo()
    {
        var pictures = ScheduledFor(Nine) with { Content = Album.With([Picture, OtherPicture]) };

        Assert.Equal(
            new Wait(Nine.AddMinutes(-10)),
            PublicationFlow.Next(After<Publication, PublicationEvent>(pictures), Pace, Nine.AddMinutes(-50))
        );
    }

    [Fact]
    public void goes_on_after_a_crash_at_the_first_file_that_is_missing()
    {
        for (var known = 0; known < 3; known++)
        {
            PublicationEvent[] happened =
            [
                .. WaitingAlbum,
                .. Enumerable.Range(0, known).Select(place => new ChildContainerCreated(place, Child(place), Nine.AddMinutes(-45))),
            ];
            Expect(happened, Nine.AddMinutes(-44), new UploadChild(AlbumDue(Nine), known));
        }
    }

    [Fact]
    public void looks_at_each_file_once_all_are_there_and_puts_them_together_in_order()
    {
        PublicationEvent[] all = [.. Assembling, new ChildContainerCreated(2, Child(2), Nine.AddMinutes(-43))];
        Expect(all, Nine.AddMinutes(-43), new CheckChild(AlbumDue(Nine), new(1, Child(1), Nine.AddMinutes(-44), IsReady: false)));
        Expect(
            [.. all, new ChildContainerReady(Child(1))],
            Nine,
            new CheckChild(AlbumDue(Nine), new(2, Child(2), Nine.AddMinutes(-43), false))
        );
        Expect(Assembled, Nine.AddMinutes(-43), Whole);
        Expect(UploadedAlbum, Nine.AddMinutes(-40), new Check(AlbumDue(Nine), C1));
        PublicationEvent[] ready = [.. UploadedAlbum, new ContainerReady(C1), new SlotReserved(Nine)];
        Expect(ready, Nine, new Publish(AlbumDue(Nine) with { Timing = OrderReady.Timing }, C1, 1));
    }

    [Fact]
    public void makes_only_the_file_again_whose_container_spoiled_and_keeps_its_place()
    {
        PublicationEvent[] dropped = [.. Assembled, new ChildContainerDropped(Child(1), Spoiled, Nine.AddSeconds(5))];
        Expect(dropped, Nine, new Wait(Nine.AddSeconds(5)));
        Expect(dropped, Nine.AddSeconds(5), new UploadChild(AlbumDue(Nine), 1));

        PublicationEvent[] again = [.. dropped, new ChildContainerCreated(1, Child(9), Nine), new ChildContainerReady(Child(9))];
        Expect(again, Nine, new UploadCarousel(AlbumDue(Nine), [Child(0), Child(9), Child(2)]));
    }

    [Fact]
    public void begins_anew_when_its_files_would_be_too_old()
    {
        Expect([.. Assembling, new Rescheduled(Plan(Nine.AddDays(3)), Nine.AddDays(4))], Nine, new Renew(Child(0)));
        PublicationEvent[] ready = [.. UploadedAlbum, new ContainerReady(C1)];
        Expect(ready, Nine.AddMinutes(-45).AddHours(20), new Reserve(AlbumDue(Nine), Nine.AddMinutes(-45).AddHours(20)));
        Expect(ready, Nine.AddMinutes(-45).AddHours(20).AddTicks(1), new Renew(C1)); // by the age of the oldest file, not of the whole
        Given(Assembling)
            .When((Publication publication) => PublicationDecider.Renew(publication, Nine))
            .Then<ContainerDropped>(e => e.Problem.Code == "too_old")
            .AndAgainNothing();
    }

    [Theory]
    [InlineData("assembling")]
    [InlineData("assembled")]
    public void rests_while_held_and_ends_when_it_is_too_late(string stage)
    {
        Expect([.. Stage(stage), new Held("Wait.")], Nine, new Rest());
        Expect(Stage(stage), Nine.AddHours(24).AddTicks(1), new Expire());
    }

    [Fact]
    public void takes_the_container_of_a_file_once()
    {
        Given(WaitingAlbum)
            .When(Made(0, new Reply<ContainerId>.Done(Child(0))))
            .Then(new ChildContainerCreated(0, Child(0), Nine))
            .AndAgainNothing();
        Given(Assembling)
            .When(Made(2, new Reply<ContainerId>.Done(Child(2))))
            .Then(new ChildContainerCreated(2, Child(2), Nine))
            .AndAgainNothing();
        Given(Assembling).When(Made(1, new Reply<ContainerId>.Done(Child(9)))).ThenNothing(); // another activation was first
        Given(Waiting).When(Made(0, new Reply<ContainerId>.Done(Child(0)))).ThenNothing(); // it is a photo
    }

    [Theory]
    [InlineData("busy", ProblemClass.Transient)]
    [InlineData("rejected", ProblemClass.ContainerGone)]
    [InlineData("unclear", ProblemClass.OutcomeUnknown)]
    public void asks_for_a_file_again_after_a_pause(string reply, ProblemClass problem) =>
        Given(Assembling)
            .When(Made(2, Answer<ContainerId>(reply, Of(problem))))
            .Then(new AttemptFailed(PublicationPhase.Upload, Of(problem), RetryOf(problem)));

    [Fact]
    public void is_given_up_when_the_platform_refuses_a_file_for_good() =>
        Given(Assembling)
            .When(Made(2, new Reply<ContainerId>.Rejected(Of(ProblemClass.ContentRejected))))
            .Then(new GaveUp(Of(ProblemClass.ContentRejected)));

    [Fact]
    public void waits_for_a_file_that_is_looked_at_and_not_for_ever()
    {
        var looking = new Reply<ContainerReading>.Done(new(ContainerStatus.InProgress));

        Given(Assembling).When(Looked(looking, Nine.AddMinutes(-44).AddMinutes(30))).ThenNothing();
        Given(Assembling)
            .When(Looked(looking, Nine.AddMinutes(-44).AddMinutes(30).AddTicks(1)))
            .Then<ChildContainerDropped>(e => e.Container == Child(1) && e.Problem.Code == "stuck");
    }

    [Theory]
    [InlineData(ContainerStatus.Error)]
    [InlineData(ContainerStatus.Expired)]
    [InlineData(ContainerStatus.Published)]
    public void drops_a_file_that_cannot_be_used(ContainerStatus status) =>
        Given(Assembling)
            .When(Looked(new Reply<ContainerReading>.Done(new(status)), Nine))
            .Then<ChildContainerDropped>(e => e.Container == Child(1) && e.RetryAt == RetryOf(ProblemClass.ContainerGone))
            .AndAgainNothing();

    [Fact]
    public void knows_a_file_to_be_ready_once() =>
        Given(Assembling)
            .When(Looked(new Reply<ContainerReading>.Done(new(ContainerStatus.Finished)), Nine))
            .Then(new ChildContainerReady(Child(1)))
            .AndAgainNothing();

    [Fact]
    public void is_uploaded_once()
    {
        Given(Assembled).When(Put(new Reply<ContainerId>.Done(C1))).Then(new ContainerCreated(C1, Nine)).AndAgainNothing();
        PublicationEvent[] others =
        [
            .. Assembled,
            new ChildContainerDropped(Child(1), Spoiled, Nine),
            new ChildContainerCreated(1, Child(9), Nine),
        ];
        Given(others).When(Put(new Reply<ContainerId>.Done(C1))).ThenNothing(); // of files that were given up meanwhile
    }

    [Fact]
    public void begins_anew_when_the_platform_says_that_a_file_is_gone_or_nothing_for_too_long()
    {
        var busy = new Reply<ContainerId>.Busy(Hiccup);
        AttemptFailed failed = new(PublicationPhase.Upload, Hiccup, Nine);

        Given(Assembled)
            .When(Put(new Reply<ContainerId>.Rejected(Spoiled)))
            .Then(new ContainerDropped(Child(0), Spoiled, RetryOf(Spoiled.Class)))
            .AndAgainNothing();
        Given([.. Assembled, failed, failed]).When(Put(busy)).Then(failed with { RetryAt = RetryOf(Hiccup.Class, failures: 3) });
        Given([.. Assembled, failed, failed, failed]).When(Put(busy)).Then(new ContainerDropped(Child(0), Hiccup, RetryOf(Hiccup.Class)));
    }

    [Fact]
    public void is_taken_back_as_long_as_no_call_was_begun() =>
        Given(Assembling)
            .When((Publication publication) => PublicationDecider.Withdraw(publication, new("Changed our minds.")))
            .Then(new PublicationEvent.Withdrawn("Changed our minds."));

    private static Func<Publication, Decision<PublicationEvent>> Made(int place, Reply<ContainerId> reply) =>
        publication => PublicationDecider.RecordChild(publication, new(AlbumDue(Nine), place), reply, Nine);

    [Fact]
    public void ends_when_a_file_failed_for_what_is_in_it() =>
        Given(Assembling)
            .When(Looked(new Reply<ContainerReading>.Done(new(ContainerStatus.Error, Of(ProblemClass.ContentRejected))), Nine))
            .Then<GaveUp>(e =>
                e.Problem.Class is ProblemClass.ContentRejected && e.Problem.Message.StartsWith("File ", StringComparison.Ordinal)
            );

    private static Func<Publication, Decision<PublicationEvent>> Looked(Reply<ContainerReading> reply, DateTimeOffset now) =>
        publication =>
            PublicationDecider.RecordChildCheck(
                publication,
                new(AlbumDue(Nine), new(1, Child(1), Nine.AddMinutes(-44), IsReady: false)),
                reply,
                now
            );

    private static Func<Publication, Decision<PublicationEvent>> Put(Reply<ContainerId> reply) =>
        publication => PublicationDecider.RecordCarousel(publication, Whole, reply, Nine);

    private static void Expect(PublicationEvent[] happened, DateTimeOffset now, PublicationStep step) =>
        Assert.Equal(step, PublicationFlow.Next(After<Publication, PublicationEvent>(happened), Pace, now));
}
