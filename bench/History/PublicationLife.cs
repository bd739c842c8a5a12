using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.EventStore;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Bench.History;

/// <summary>One post on its way to the platform. Nine in ten go out at once.</summary>
internal sealed class PublicationLife(StreamName stream, int number)
{
    private static readonly ActorId Person = ActorId.Parse("user_2aBcDeFgHiJkLmNoPqRsT");
    private static readonly Problem Trouble = new(ProblemClass.Transient, "http_503", "The platform is away for now.");

    public IEnumerable<(StreamName Stream, DomainEvent Event, ActorId By)> Events(Scheduled scheduled)
    {
        yield return (stream, scheduled, Person);
        foreach (var step in number % 10 == 9 ? Odd(scheduled) : Usual(scheduled.When.DueAt))
            yield return (stream, step, step is Rescheduled or Held or Released or Withdrawn ? Person : ActorId.Publisher);
    }

    private IEnumerable<PublicationEvent> Usual(DateTimeOffset due)
    {
        var container = new ContainerId($"178{number:D14}");
        yield return new ContainerCreated(container, due.AddMinutes(-10));
        yield return new ContainerReady(container);
        yield return new PublishStarted(container, 1, due);
        yield return new WentLive(new MediaId($"179{number:D14}"), LiveProof.PublishReply, due.AddSeconds(1));
    }

    private IEnumerable<PublicationEvent> Odd(Scheduled scheduled)
    {
        var (due, container) = (scheduled.When.DueAt, new ContainerId($"178{number:D14}"));
        yield return new Rescheduled(scheduled.When with { DueAt = due.AddHours(1) }, scheduled.PublishUntil.AddHours(1));
        yield return new Held("We look at a complaint.");
        yield return new Released();
        yield return new AttemptFailed(PublicationPhase.Upload, Trouble, due);
        yield return new ContainerCreated(container, due);
        yield return new ContainerDropped(container, Trouble with { Class = ProblemClass.ContainerGone }, due);
        yield return new ContainerCreated(container, due);
        yield return new ContainerReady(container);
        yield return new PublishStarted(container, 1, due);
        yield return new OutcomeUnclear(Trouble with { Class = ProblemClass.OutcomeUnknown });
        yield return new FoundUnpublished(container, due.AddMinutes(3));
        yield return (number / 10 % 5) switch
        {
            0 => new WentLive(null, LiveProof.ContainerStatus, due.AddMinutes(4)),
            1 => new GaveUp(Trouble),
            2 => new Skipped("It is too late for it."),
            3 => new Withdrawn("The sale is over."),
            _ => new NeedsPerson(Trouble, "Asked twice, and published five times."),
        };
    }
}
