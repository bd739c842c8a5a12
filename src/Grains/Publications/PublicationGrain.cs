using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.Telemetry;
using Campaigns.Integrations;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Publications;

/// <summary>Carries one post to Instagram. Its reminder is its heartbeat: it rings until there is nothing left to do.</summary>
internal sealed partial class PublicationGrain(
    Journal journal,
    IInstagram instagram,
    IMediaStage stage,
    PublishingPace pace,
    PlatformTurns turns,
    ILogger<PublicationGrain> logger
) : SagaGrain<Publication, PublicationEvent>(journal, logger), IPublicationGrain
{
    private static readonly TimeSpan LookForRelease = PublishingPace.LookForRelease;

    private PublishCall? calling;

    protected override string Category => "publication";

    protected override ActorId Actor => ActorId.Publisher;

    public Task<Outcome> Schedule(SchedulePublication ask, string commandHash, CommandContext by) =>
        Guard(async () =>
        {
            await Refresh();
            if (FirstOutcome(commandHash, by) is { } first)
                return first;
            var account = await GrainFactory.Account(Tenant, ask.Account).Describe();
            if (PublicationDecider.Schedule(State, ask, account, Now) is { Refusal: { } refusal })
                return new Outcome.Refused(refusal); // before any file is touched

            switch (await Fit(ask.Content))
            {
                case Reply<PostContent>.Done { Value: var fit }:
                    var fitting = ask with { Content = fit };
                    return fitting.InNextSlot
                        ? await ScheduleInNextSlot(fitting, account, commandHash, by)
                        : await Waking(commandHash, by, publication => PublicationDecider.Schedule(publication, fitting, account, Now));
                case Reply<PostContent>.Rejected { Problem: var problem }:
                    return new Outcome.Refused(Refusal.MediaUnfit(problem));
                default:
                    return new Outcome.Unavailable(TimeSpan.FromSeconds(5));
            }
        });

    public Task<Outcome?> Answered(string commandHash, CommandContext by) => Ask(_ => FirstOutcome(commandHash, by));

    public Task<Outcome> Hold(HoldPublication ask, CommandContext by) =>
        Handle(ask, by, publication => PublicationDecider.Hold(publication, ask));

    public Task<Outcome> Release(ReleasePublication ask, CommandContext by) => Waking(CommandHash.Of(ask), by, PublicationDecider.Release);

    public Task<Outcome> DecideLate(DecideLatePublication ask, CommandContext by) =>
        Waking(CommandHash.Of(ask), by, publication => PublicationDecider.DecideLate(publication, ask, Now));

    public Task<Outcome> Forestall(WithdrawPublication ask, CommandContext by) =>
        Waking(CommandHash.Of(ask), by, publication => PublicationDecider.Forestall(publication, ask));

    public Task<Outcome> Withdraw(WithdrawPublication ask, CommandContext by) =>
        Waking(CommandHash.Of(ask), by, publication => PublicationDecider.Withdraw(publication, ask));

    public Task<Refusal?> Objection() => Ask(publication => PublicationDecider.Forestall(publication, new("Asked only.")).Refusal);

    public Task<PublicationStanding?> Standing() => Ask(PublicationDecider.Standing);

    public Task<bool> IsOpen() => Ask(publication => publication is Publication.Pending or Publication.Publishing);

    public Task Wake()
    {
        GoOn();
        return Task.CompletedTask;
    }

    protected override async Task<Pause?> Step()
    {
        if (calling is { } call)
            return call.Reply.IsCompleted ? await Heard(call) : Pause.UntilWoken;
        var step = PublicationFlow.Next(State, pace, Now);
        return await InTurn(step, () => Perform(step));
    }

    private async Task<Pause?> Perform(PublicationStep next)
    {
        switch (next)
        {
            case PublicationStep.Wait { Until: var until }:
                return Pause.Until(until);
            case PublicationStep.AskForApproval { Until: var until }:
                return await AskForApproval(until);
            case PublicationStep.Upload { Order: var order }:
                return await Acting(order, account => Upload(order, account));
            case PublicationStep.UploadChild child:
                return await Acting(child.Order, account => UploadChild(child, account));
            case PublicationStep.CheckChild child:
                return await Acting(child.Order, account => CheckChild(child, account));
            case PublicationStep.UploadCarousel carousel:
                return await Acting(carousel.Order, account => UploadCarousel(carousel, account));
            case PublicationStep.Check { Order: var order, Container: var container }:
                return await Acting(order, account => Check(account, container));
            case PublicationStep.Publish publish:
                return await Acting(publish.Order, (account, tenant) => PublishUnlessQuiet(publish, account, tenant));
            case PublicationStep.Reserve reserve:
                return await Acting(reserve.Order, (account, tenant) => Reserve(reserve, account, tenant));
            case PublicationStep.FreeWeeklySlot { Account: var account }:
                return await FreeWeeklySlot(account);
            case PublicationStep.ReleaseSlot { Account: var account }:
                return await ReleaseSlot(account);
            case PublicationStep.FindOut { Order: var order, Container: var container, Since: var since }:
                return await FindOut(order, container, since);
            case PublicationStep.Renew:
                return await Recorded(() => PublicationDecider.Renew(State, Now));
            case PublicationStep.Expire:
                return await Recorded(() => PublicationDecider.Expire(State, Now));
            case PublicationStep.AskPerson:
                return await Recorded(() => PublicationDecider.AskPerson(State, Now));
            default:
                return Pause.Forever;
        }
    }

    protected override void Committed(IReadOnlyList<PublicationEvent> events)
    {
        foreach (var happened in events)
        {
            if (VerdictOf(happened) is { } verdict)
                GrainTelemetry.Verdict(verdict);
            if (happened is PublicationEvent.Deferred deferred)
                GrainTelemetry.Deferral(deferred.Because);
        }
    }

    private static string? VerdictOf(PublicationEvent happened) =>
        happened switch
        {
            PublicationEvent.WentLive => "live",
            PublicationEvent.Withdrawn => "withdrawn",
            PublicationEvent.Skipped => "skipped",
            PublicationEvent.GaveUp => "gave_up",
            PublicationEvent.NeedsPerson => "needs_person",
            _ => null,
        };

    private async Task<Pause?> Upload(Order order, InstagramAccount account)
    {
        var reply = await Judged(account, await instagram.CreateContainer(account, order.Content, CancellationToken.None));
        return await Recorded(() => PublicationDecider.RecordUpload(State, reply, Now));
    }

    private async Task<Pause?> Check(InstagramAccount account, ContainerId container)
    {
        var reply = await Judged(account, await instagram.StatusOf(account, container, CancellationToken.None));
        var pause = await Recorded(() => PublicationDecider.RecordCheck(State, reply, Now));
        return pause is null || State is not Publication.Uploaded uploaded ? pause : AskAgainAbout(uploaded.Container.CreatedAt);
    }

    /// <summary>
    /// Commits the intent, then begins the call: whoever commits it makes the call, and nobody else does. The call may take minutes, and runs
    /// beside the grain's turns, so that a cancellation meanwhile is refused at once instead of waiting.
    /// </summary>
    private async Task<Pause?> Publish(PublicationStep.Publish step, InstagramAccount account)
    {
        var intent = PublicationDecider.StartPublish(State, step, Now);
        if (intent.Events.Count == 0 || !await RecordBare(intent, Actor))
            return null;
        if (State is not Publication.Publishing { StartedAt: var startedAt })
            return null;
        // This process may have stood still since the intent's time, and others may take the call for one that never was.
        var sendBy = startedAt + pace.SendWithin;
        if (Now > sendBy)
            return await Recorded(() => PublicationDecider.RecordPublish(State, step, KeptBack, Now));
        GrainTelemetry.PublishCall(Now - step.Order.When.DueAt, step.Attempt);
        calling = new(step, account, Calling(account, step.Container, sendBy, KeepTurn()));
        _ = calling.Reply.ContinueWith(_ => GoOn(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current);
        return Pause.UntilWoken;
    }

    private static readonly Reply<MediaId> KeptBack = new Reply<MediaId>.Unclear(
        new(ProblemClass.OutcomeUnknown, "too_late_to_send", "The call was kept back: it was too late to send it.")
    );

    private async Task<Pause?> Heard(PublishCall call)
    {
        if (!call.Reply.IsCompletedSuccessfully)
            calling = null; // a call that threw has no answer: the platform will be asked
        var reply = await Judged(call.Account, await call.Reply);
        if (reply is Reply<MediaId>.Busy { Problem.Class: ProblemClass.QuotaReached })
            await ReadQuota(call.Account); // so that the account knows, and keeps a place for when there is room again
        await Recorded(() => PublicationDecider.RecordPublish(State, call.Step, reply, Now));
        calling = null; // only now: an answer that could not be recorded is kept, and recorded at the next try
        return null;
    }

    private async Task<Pause?> FindOut(Order order, ContainerId container, DateTimeOffset since)
    {
        var account = await GrainFactory.Account(Tenant, order.Target.Account).Describe();
        turn?.Call();
        var reply = account is Account.Connected connected
            ? await Judged(Address(order, connected), await StatusOf(Address(order, connected), container))
            : new Reply<ContainerReading>.Broken(new(ProblemClass.AccountBroken, "account_disconnected", "The account was disconnected."));
        var pause = await Recorded(() => PublicationDecider.RecordFinding(State, reply, pace, Now));
        return pause is null
            ? null
            : Pause.Until(Now + pace.AskAgainAfter(Now - since, (reply as Reply<ContainerReading>.Busy)?.RetryAfter));
    }

    /// <summary>
    /// The container's status. A question that throws is one without an answer: were it a failed step, the day after which a person is asked
    /// would never come.
    /// </summary>
    private async Task<Reply<ContainerReading>> StatusOf(InstagramAccount account, ContainerId container)
    {
        try
        {
            return await instagram.StatusOf(account, container, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Logger.LogError(e, "Publication {Key}: the platform's answer could not be read", this.GetPrimaryKeyString());
            return new Reply<ContainerReading>.Broken(
                new(ProblemClass.Transient, "status_unreadable", "The platform's answer about the container could not be read.")
            );
        }
    }

    /// <summary>Looks at the holds and the account before anything is done outside.</summary>
    private Task<Pause?> Acting(Order order, Func<InstagramAccount, Task<Pause?>> act) =>
        Acting(
            order,
            (account, _) =>
            {
                turn?.Call();
                return act(account);
            }
        );

    private async Task<Pause?> Acting(Order order, Func<InstagramAccount, Tenant, Task<Pause?>> act)
    {
        var tenant = await GrainFactory.Tenant(Tenant).Settings();
        var account = await GrainFactory.Account(Tenant, order.Target.Account).Describe();
        return account switch
        {
            _ when tenant.HeldBecause is not null => Pause.Until(Now + LookForRelease),
            Account.Connected { HeldBecause: not null } => Pause.Until(Now + LookForRelease),
            Account.Connected { Trouble: not null } connected => await InTrouble(order, Address(order, connected)),
            Account.Connected { Block.Until: var until } when until > Now => await Blocked(order, until),
            Account.Connected connected => await act(Address(order, connected), tenant),
            _ => await Recorded(() => PublicationDecider.GiveUp(State, AccountGone)),
        };
    }

    private static Problem AccountGone { get; } =
        new(ProblemClass.AccountBroken, "account_disconnected", "The account was disconnected before the post went out.");

    private InstagramAccount Address(Order order, Account.Connected connected) =>
        new(Tenant, order.Target.Account, order.Target.InstagramUserId, connected.Token);

    /// <summary>Records what an answer means, decided again on what won when someone else was first.</summary>
    private async Task<Pause?> Recorded(Func<Decision<PublicationEvent>> decide)
    {
        Decision<PublicationEvent> decision;
        do
        {
            decision = decide();
            if (decision.Events.Count == 0)
                return Pause.Until(Now + pace.AskAgain); // nothing new to know: ask again
        } while (!await Record(decision, Actor));
        return null;
    }

    /// <summary>Carries out a command that may bring something nearer: the heartbeat is armed for it before the append.</summary>
    private async Task<Outcome> Waking(string hash, CommandContext by, Func<Publication, Decision<PublicationEvent>> decide)
    {
        var outcome = await HandleAs(hash, by, decide, ArmFor);
        GoOn();
        return outcome;
    }

    private async Task<Outcome?> ArmFor(Decision<PublicationEvent> decision)
    {
        var then = decision.Events.Aggregate(State, Publication.Evolve);
        if (PublicationFlow.Next(then, pace, Now) is var next and not PublicationStep.Rest)
            await RingBy(next is PublicationStep.Wait { Until: var until } ? until : Now);
        return null;
    }

    /// <summary>A publish call under way.</summary>
    private sealed record PublishCall(PublicationStep.Publish Step, InstagramAccount Account, Task<Reply<MediaId>> Reply);
}
