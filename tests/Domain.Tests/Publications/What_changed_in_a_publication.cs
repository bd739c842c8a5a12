using Campaigns.Domain.History;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class What_changed_in_a_publication
{
    [Fact]
    public void when_it_is_scheduled_is_all_that_was_asked_for() =>
        Assert.Equal(
            [
                new("dueLocal", null, "2026-11-24 09:00:00"),
                new("zone", null, "Etc/UTC"),
                new("dueAt", null, "2026-11-24 09:00:00 UTC"),
                new("publishUntil", null, "2026-11-25 09:00:00 UTC"),
                new("account", null, "@the.club"),
                new("caption", null, Flyer.Caption),
                new("altText", null, "A loaf of bread"),
                new("media", null, "1080×1080 pixels, org_club/a.jpg"),
                new("approvedBy", null, "user_anna"),
                new("stage", null, "waiting"),
            ],
            Changed([], ScheduledFor(Nine))
        );

    [Fact]
    public void when_it_is_moved_is_the_time_as_it_was_said_and_the_instant() =>
        Assert.Equal(
            [
                new("dueLocal", "2026-11-24 09:00:00", "2026-11-24 11:00:00"),
                new("zone", "Etc/UTC", "Europe/Berlin"),
                new("dueAt", "2026-11-24 09:00:00 UTC", "2026-11-24 10:00:00 UTC"),
                new("publishUntil", "2026-11-25 09:00:00 UTC", "2026-11-25 10:00:00 UTC"),
            ],
            Changed(Ready, new Rescheduled(new("2026-11-24T11:00:00", "Europe/Berlin", Ten, LocalTimeRule.Exact), Ten.AddHours(24)))
        );

    [Fact]
    public void when_it_is_held_is_why()
    {
        Assert.Equal([new("heldBecause", null, "Crisis.")], Changed(Waiting, new Held("Crisis.")));
        Assert.Equal([new("heldBecause", "Crisis.", null)], Changed([.. Waiting, new Held("Crisis.")], new Released()));
    }

    [Fact]
    public void on_its_way_is_its_stage()
    {
        Assert.Equal(
            [new("stage", "waiting", "uploaded"), new("container", null, C1.Value)],
            Changed(Waiting, new ContainerCreated(C1, Nine))
        );
        Assert.Equal([new("stage", "uploaded", "ready")], Changed(Uploaded, new ContainerReady(C1)));
        Assert.Equal([new("stage", "ready", "publishing, call 1")], Changed(Ready, new PublishStarted(C1, 1, Nine)));
        Assert.Equal([new("stage", "publishing, call 1", "publishing, call 2")], Changed(ReadUnpublished, new PublishStarted(C1, 2, Ten)));
        Assert.Equal(
            [new("stage", "publishing, call 1", "live"), new("mediaId", null, Photo.Value), new("liveAt", null, "2026-11-24 09:00:00 UTC")],
            Changed(Publishing, new WentLive(Photo, LiveProof.PublishReply, Nine))
        );
    }

    [Fact]
    public void when_a_step_fails_is_the_problem_and_when_it_is_tried_again() =>
        Assert.Equal(
            [new("lastProblem", null, "The platform is busy."), new("nextTryAt", null, "2026-11-24 10:00:00 UTC")],
            Changed(Waiting, new AttemptFailed(PublicationPhase.Upload, Hiccup, Ten))
        );

    [Fact]
    public void at_its_end_is_the_verdict_and_not_what_it_would_have_been() =>
        Assert.Equal(
            [new("stage", "waiting", "withdrawn"), new("endedBecause", null, "Changed our minds.")],
            Changed(Waiting, PublicationSample.Withdrawn[^1])
        );

    [Fact]
    public void when_nothing_is_known_of_a_call_is_nothing() => Assert.Empty(Changed(Publishing, new OutcomeUnclear(Lost)));

    private static IReadOnlyList<Change> Changed(PublicationEvent[] before, PublicationEvent happened) =>
        PublicationChanges.Between(After<Publication, PublicationEvent>(before), happened);
}
