using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

/// <summary>
/// One publication, carried by two activations at once (as after a silo was taken for dead), on a platform at its worst. Looking, acting and
/// hearing are apart, so that anything may come between; a crash forgets what was not recorded.
/// </summary>
internal sealed class ModelRun
{
    private readonly ModelPlatform platform = new();
    private readonly List<PublicationEvent> log;
    private readonly Activation[] activations = [new(), new()];
    private DateTimeOffset now = Nine.AddMinutes(-20);

    public ModelRun(bool isAlbum)
    {
        log = [.. isAlbum ? WaitingAlbum : Waiting];
        State = After<Publication, PublicationEvent>(log);
    }

    public Publication State { get; private set; }

    public IReadOnlyList<PublicationEvent> Log => log;

    public int PublishedPosts => platform.PublishedPosts;

    /// <summary>How often a publish call was begun although the post was held, not yet due, or too late to begin.</summary>
    public int ForbiddenCalls { get; private set; }

    public int Verdicts => log.Count(e => e is WentLive or GaveUp or Skipped or PublicationEvent.Withdrawn or NeedsPerson);

    public void Make(Move move)
    {
        var activation = activations[move.Activation];
        switch (move.Kind)
        {
            case < 3:
                activation.Planned = PublicationFlow.Next(State, Pace, now);
                break;
            case < 6:
                Act(activation, move.Chance);
                break;
            case < 8:
                activation.Hear?.Invoke();
                activation.Hear = null;
                break;
            case 8:
                activation.Planned = null;
                activation.Hear = null;
                break;
            case 9:
                AskByPerson(move.Chance);
                break;
            case < 12:
                now += Pauses[move.Chance % Pauses.Length];
                platform.Pass(now);
                break;
            default: // undisturbed
                activation.Planned = PublicationFlow.Next(State, Pace, now);
                Act(activation, move.Chance);
                activation.Hear?.Invoke();
                activation.Hear = null;
                break;
        }
    }

    /// <summary>One activation, a platform that does what it is told, and nobody interfering.</summary>
    public void RunToTheEnd()
    {
        Append(PublicationDecider.Release(State));
        for (var step = 0; step < 1000; step++)
        {
            var next = PublicationFlow.Next(State, Pace, now);
            var known = log.Count;
            var alone = new Activation { Planned = next };
            Act(alone, chance: 0);
            alone.Hear?.Invoke();
            if (next is PublicationStep.Rest)
                return;
            now = next is PublicationStep.Wait wait ? wait.Until : now + (log.Count == known ? Pace.AskAgain : TimeSpan.Zero);
        }
    }

    /// <summary>Whatever was still under way takes effect.</summary>
    public void WaitForTheLastCall() => platform.Pass(now.AddHours(1));

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(6),
        TimeSpan.FromSeconds(6),
        TimeSpan.FromSeconds(61),
        TimeSpan.FromSeconds(61),
        TimeSpan.FromSeconds(121),
        TimeSpan.FromSeconds(121),
        TimeSpan.FromMinutes(11),
        TimeSpan.FromMinutes(11),
        TimeSpan.FromMinutes(25),
        TimeSpan.FromHours(13),
    ];

    private void Act(Activation activation, int chance)
    {
        var planned = activation.Planned;
        activation.Planned = null;
        switch (planned)
        {
            case PublicationStep.Upload:
                var created = platform.Create(now, chance);
                activation.Hear = () => Append(PublicationDecider.RecordUpload(State, created, now));
                break;
            case PublicationStep.UploadChild child:
                var made = platform.Create(now, chance);
                activation.Hear = () => Append(PublicationDecider.RecordChild(State, child, made, now));
                break;
            case PublicationStep.CheckChild child:
                var seen = platform.StatusOf(child.Child.Id, now, chance);
                activation.Hear = () => Append(PublicationDecider.RecordChildCheck(State, child, seen, now));
                break;
            case PublicationStep.UploadCarousel carousel:
                var assembled = platform.Assemble(carousel.Children, now, chance);
                activation.Hear = () => Append(PublicationDecider.RecordCarousel(State, carousel, assembled, now));
                break;
            case PublicationStep.Check check:
                var ready = platform.StatusOf(check.Container, now, chance);
                activation.Hear = () => Append(PublicationDecider.RecordCheck(State, ready, now));
                break;
            case PublicationStep.Publish when chance == 99:
                Append(PublicationDecider.GiveUp(State, Of(ProblemClass.AccountBroken)));
                break;
            case PublicationStep.Publish publish when Append(PublicationDecider.StartPublish(State, publish, now)):
                var published = platform.Publish(publish.Container, now, chance);
                activation.Hear = () => Append(PublicationDecider.RecordPublish(State, publish, published, now));
                break;
            case PublicationStep.FindOut find:
                var found = platform.StatusOf(find.Container, now, chance);
                activation.Hear = () => Append(PublicationDecider.RecordFinding(State, found, Pace, now));
                break;
            case PublicationStep.Reserve reserve:
                var answer = ModelAccount.Answer(reserve, chance);
                activation.Hear = () => Append(PublicationDecider.RecordSlot(State, reserve, answer));
                break;
            case PublicationStep.ReleaseSlot:
                activation.Hear = () => Append(PublicationDecider.ReleaseSlot(State));
                break;
            case PublicationStep.Renew:
                Append(PublicationDecider.Renew(State, now));
                break;
            case PublicationStep.Expire:
                Append(PublicationDecider.Expire(State, now));
                break;
            case PublicationStep.AskPerson:
                Append(PublicationDecider.AskPerson(State, now));
                break;
        }
    }

    private void AskByPerson(int chance) =>
        Append(
            chance switch
            {
                < 6 => PublicationDecider.Hold(State, new("Wait.")),
                < 50 => PublicationDecider.Release(State),
                < 55 => PublicationDecider.Reschedule(State, new(Wall(now.AddMinutes(chance))), now),
                < 60 => PublicationDecider.Reschedule(State, new((WallTime?)null), now),
                60 => PublicationDecider.Withdraw(State, new("Changed our minds.")),
                _ => [],
            }
        );

    private bool Append(Decision<PublicationEvent> decision)
    {
        foreach (var happened in decision)
        {
            var order = (State as Publication.Pending)?.Order;
            if (happened is PublishStarted && State is Publication.Ready && (order!.HeldBecause is not null || order.NotBefore > now))
                ForbiddenCalls++;
            log.Add(happened);
            State = Publication.Evolve(State, happened);
        }
        return decision.Events.Count > 0;
    }

    private sealed class Activation
    {
        public PublicationStep? Planned { get; set; }

        public Action? Hear { get; set; }
    }
}

/// <summary>Something that happens in a run: which kind, to whom, and how luck has it (0 to 99).</summary>
internal sealed record Move(int Kind, int Activation, int Chance);

/// <summary>An account whose day is sometimes full.</summary>
internal static class ModelAccount
{
    public static SlotAnswer Answer(PublicationStep.Reserve step, int chance) =>
        chance switch
        {
            < 70 => new SlotAnswer.Kept(step.From, null),
            < 90 => new SlotAnswer.Kept(step.From.AddMinutes(chance), DeferralReason.Pace),
            _ => new SlotAnswer.NoneBefore(step.From.AddHours(chance - 80), DeferralReason.Quota),
        };
}
