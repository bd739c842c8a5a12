using System.Data.Common;
using System.Diagnostics;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Microsoft.Extensions.Logging;
using Orleans.Runtime.Messaging;

namespace Campaigns.Grains.EventSourcing;

/// <summary>
/// A grain whose state is the fold of one stream. It loads, asks the decider, appends, folds, and only then answers. After any failed append
/// it is dirty: the next command reads the log first, and so finds out whether the commit had gone through.
/// </summary>
internal abstract partial class EventSourcedGrain<TState, TEvent>(Journal journal, ILogger logger) : Grain
    where TState : IFold<TState, TEvent>
    where TEvent : DomainEvent
{
    private const int MostConflicts = 5;
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);

    private readonly AnsweredCommands answered = new();
    private readonly GrainState<Snapshot> snapshot = new(new Snapshot());
    private StreamName? stream;
    private long version;
    private LogPosition position;
    private Origin? origin;
    private bool dirty = true;
    private bool snapshotRead;

    /// <summary>The kind of aggregate, as it begins a stream's name.</summary>
    protected abstract string Category { get; }

    /// <summary>After how many events its fold is cached anew.</summary>
    protected virtual int SnapshotEvery => 100;

    /// <summary>Whether its own steps belong to the request that set it in motion; not where many requests' go in one append.</summary>
    protected virtual bool IsOfOneRequest => true;

    /// <summary>Where it stands. Current only after <see cref="Refresh"/>.</summary>
    protected TState State { get; private set; } = TState.Initial;

    /// <summary>UTC.</summary>
    protected DateTimeOffset Now => journal.Clock.GetUtcNow();

    /// <summary>Whose it is: every key begins with its tenant.</summary>
    protected TenantId Tenant => Stream.Tenant;

    protected ILogger Logger => logger;

    /// <summary>What follows the tenant in the key.</summary>
    protected string Id => this.GetPrimaryKeyString()[(Tenant.Value.Length + 1)..];

    /// <summary>The request that last moved it; null when nobody did yet, or before <see cref="Refresh"/>.</summary>
    protected Origin? Origin => origin;

    /// <summary>Its stream's name.</summary>
    protected StreamName Stream => stream ??= StreamName.Parse($"{Category}-{this.GetPrimaryKeyString()}");

    /// <summary>Carries out a command: once, however often it is asked with the same id and body.</summary>
    protected Task<Outcome> Handle<TCommand>(TCommand ask, CommandContext by, Func<TState, Decision<TEvent>> decide) =>
        HandleAs(CommandHash.Of(ask), by, decide);

    /// <summary>Carries out a command whose body is told by <paramref name="hash"/>.</summary>
    /// <param name="hash">See <see cref="CommandHash"/>.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="decide">The decider's part.</param>
    /// <param name="before">
    /// What must be done before these events may be committed, each time they are decided: after a lost race that is done on what won. It may
    /// end the command instead.
    /// </param>
    protected Task<Outcome> HandleAs(
        string hash,
        CommandContext by,
        Func<TState, Decision<TEvent>> decide,
        Func<Decision<TEvent>, Task<Outcome?>>? before = null
    ) =>
        Guard(async () =>
        {
            for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
            {
                await Refresh();
                if (FirstOutcome(hash, by) is { } outcome)
                    return outcome;
                var decision = decide(State);
                if (decision.Refusal is { } refusal)
                    return new Outcome.Refused(refusal);
                if (decision.Events.Count == 0)
                    return NothingToDo(hash, by);
                if (before is not null && await before(decision) is { } instead)
                    return instead;
                if (await AppendAndCache(decision, new(by.Actor, Now, by.Command, hash, null, by.CorrelationId, by.TraceParent)))
                    return Accepted;
            }
            return new Outcome.Unavailable(AskAgainAfter); // others are faster, again and again
        });

    /// <summary>Commits a step of the grain's own. False: someone else was first, and <see cref="State"/> is theirs now; look again.</summary>
    /// <exception cref="EventStoreUnavailableException">It may or may not be committed.</exception>
    protected async Task<bool> Record(Decision<TEvent> decision, ActorId actor, string? cause = null, CommandContext? by = null)
    {
        if (!await RecordBare(decision, actor, cause, by))
            return false;
        await WriteSnapshot();
        return true;
    }

    /// <summary>The same, when what comes next must not wait: the snapshot, if one is due, is left to the next append.</summary>
    /// <exception cref="EventStoreUnavailableException">It may or may not be committed.</exception>
    protected async Task<bool> RecordBare(Decision<TEvent> decision, ActorId actor, string? cause = null, CommandContext? by = null)
    {
        var correlation =
            by?.CorrelationId ?? (IsOfOneRequest ? RequestContext.Get(Origin.Correlation) as string ?? origin?.CorrelationId : null);
        var trace = by?.TraceParent ?? (IsOfOneRequest ? Activity.Current?.Id ?? origin?.TraceParent : null);
        if (await Append(decision, new(actor, Now, null, null, cause, correlation, trace)))
            return true;
        await Refresh();
        return false;
    }

    /// <summary>
    /// Commits a command's first step, with more to come elsewhere: the stream remembers the command, and the caller answers it. False as in
    /// <see cref="Record"/>.
    /// </summary>
    /// <exception cref="EventStoreUnavailableException">It may or may not be committed.</exception>
    protected async Task<bool> RecordAs(string hash, Decision<TEvent> decision, CommandContext by)
    {
        if (await AppendAndCache(decision, new(by.Actor, Now, by.Command, hash, null, by.CorrelationId, by.TraceParent)))
            return true;
        await Refresh();
        return false;
    }

    /// <summary>What a command's body was when its id was used here; null when it is new. Call after <see cref="Refresh"/>.</summary>
    protected string? HashUnder(CommandId id) => answered.Find(id)?.Hash;

    /// <summary>Hears of events that were just committed by this grain, after they were folded.</summary>
    protected virtual void Committed(IReadOnlyList<TEvent> events) { }

    /// <summary>The first outcome of a command; null when it is new. Call after <see cref="Refresh"/>.</summary>
    protected Outcome? FirstOutcome(string hash, CommandContext by) =>
        answered.Find(by.Command) switch
        {
            null => null,
            { } first when first.Hash != hash => new Outcome.Refused(Refusal.CommandIdReused(by.Command)),
            { } first => new Outcome.Accepted(first.Version, first.Position),
        };

    /// <summary>
    /// "Yes", with nothing left to do. No event can carry its id, so it is remembered for as long as the grain is: a late echo must not do then
    /// what there was no need for when it was asked.
    /// </summary>
    private Outcome NothingToDo(string hash, CommandContext by)
    {
        answered.Note(new AnsweredCommand(by.Command, hash, version, position.ToString()));
        return Accepted;
    }

    /// <summary>"Yes", as of now.</summary>
    protected Outcome Accepted => new Outcome.Accepted(version, position.ToString());

    /// <summary>
    /// Turns the absence of the log, of reminders, or of a grain that was asked, into a typed outcome. The loss of another silo rises: whoever
    /// sent the command can wait for the grain to be taken over better than a grain, which keeps everybody else waiting.
    /// </summary>
    protected async Task<Outcome> Guard(Func<Task<Outcome>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e)
            when (e is EventStoreUnavailableException or StoreAwayException or DbException or TimeoutException or OrleansException
                && e is not (OrleansMessageRejectionException or ConnectionFailedException)
            )
        {
            logger.LogWarning(e, "{Stream}: the log is away or overloaded", Stream);
            return new Outcome.Unavailable(AskAgainAfter);
        }
    }

    /// <summary>Answers a question from the current state.</summary>
    /// <exception cref="StoreAwayException">The log is away.</exception>
    protected async Task<T> Ask<T>(Func<TState, T> question)
    {
        try
        {
            await Refresh();
            return question(State);
        }
        catch (EventStoreUnavailableException e)
        {
            throw new StoreAwayException(e.Message);
        }
    }

    /// <summary>Makes <see cref="State"/> current when a failed append left it in doubt, or nothing was read yet.</summary>
    protected async Task Refresh()
    {
        if (!dirty)
            return;
        await ReadSnapshot();
        await foreach (var recorded in journal.Events.Read(Stream, version))
            Fold(recorded);
        dirty = false;
    }

    private async Task<bool> AppendAndCache(Decision<TEvent> decision, EventMetadata metadata)
    {
        if (!await Append(decision, metadata))
            return false;
        await WriteSnapshot();
        return true;
    }

    private async Task<bool> Append(Decision<TEvent> decision, EventMetadata metadata)
    {
        if (decision.Events.Count == 0)
            return true;
        var events = decision.Events.Select(fact => new NewEvent(Guid.CreateVersion7(metadata.RecordedAt), fact, metadata)).ToList();
        dirty = true;
        try
        {
            var appended = await journal.Events.Append(Stream, version, events);
            var folded = State;
            foreach (var fact in decision.Events)
                folded = TState.Evolve(folded, fact);
            // All of it or nothing: what is folded with an older version beside it would be folded once more by the next reading.
            (State, version, position) = (folded, appended.Version, appended.Position);
            Note(metadata);
            if (metadata.Command is { } command)
                answered.Note(new AnsweredCommand(command, metadata.CommandHash, version, position.ToString()));
            dirty = false;
        }
        catch (StreamMovedException)
        {
            return false;
        }
        Committed(decision.Events);
        return true;
    }

    // A saga's own steps carry on what set them in motion; another request begins anew.
    private void Note(EventMetadata metadata)
    {
        if (metadata.Command is not null || (origin is null && metadata.CorrelationId is not null))
            origin = new(metadata.CorrelationId, metadata.TraceParent);
    }

    private void Fold(RecordedEvent recorded)
    {
        if (recorded.Event is not TEvent fact)
            throw new InvalidOperationException(
                $"{Stream} cannot be loaded over event {recorded.Version} ({recorded.Name}): {(recorded.Event as UnreadableEvent)?.Reason}"
            );
        State = TState.Evolve(State, fact);
        (version, position) = (recorded.Version, recorded.Position);
        Note(recorded.Metadata);
        answered.Note(recorded);
    }
}
