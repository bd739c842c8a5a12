using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Publications.Publication;

namespace Campaigns.Domain.Publications;

/// <summary>The saga, as a table: where a publication stands, so what comes next.</summary>
public static partial class PublicationFlow
{
    /// <summary>The next step.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="pace">How time is spent.</param>
    /// <param name="now">UTC.</param>
    public static PublicationStep Next(Publication state, PublishingPace pace, DateTimeOffset now) =>
        state switch
        {
            Pending { Order: { Timing.WeeklySlot: WeeklySlotHold.Left } order } => new PublicationStep.FreeWeeklySlot(order.Target.Account),
            Pending { Order.HeldBecause: not null } => new PublicationStep.Rest(),
            Pending { Order.AwaitsApproval: true } p when now <= p.Order.PublishUntil => p.Order.NotBefore - pace.AheadFor(p.Order.Content)
                is var at
            && at > now
                ? Until(p, at)
                : new PublicationStep.AskForApproval(p.Order.PublishUntil),
            Pending { Order.Timing.DecideBy: { } by } when by >= now => new PublicationStep.Wait(by.AddSeconds(1)),
            Pending p when now > p.Order.PublishUntil => new PublicationStep.Expire(),
            Pending { Order: { Timing.Slot.IsStale: true } order } when order.NotBefore > now + PublishingPace.SlotKeptFor =>
                new PublicationStep.ReleaseSlot(order.Target.Account),

            Waiting w when Later(w.TryAt, w.Order.NotBefore - pace.AheadFor(w.Order.Content)) is var at && at > now => Until(w, at),
            Waiting { Order: { Content.Kind: PostKind.Carousel } order } => new PublicationStep.UploadChild(order, Place: 0),
            Waiting w => new PublicationStep.Upload(w.Order),
            Assembling a => Assemble(a, now),

            Uploaded u when u.TryAt > now => Until(u, u.TryAt),
            Uploaded u => new PublicationStep.Check(u.Order, u.Container.Id),

            // Moved far ahead after it was uploaded: the container would be too old by then.
            Ready r when r.Container.AgesFrom + PublishingPace.ContainerUsableFor < Later(now, r.Order.NotBefore) =>
                new PublicationStep.Renew(r.Container.Id),
            // Ahead of the due time, so that nothing but the call remains then.
            Ready r when Later(r.TryAt, r.Order.Wanted) is var wanted && !r.HasSlotFor(Later(now, wanted)) => wanted - pace.PrepareAhead
            > now
                ? Until(r, wanted - pace.PrepareAhead)
                : new PublicationStep.Reserve(r.Order, Later(now, wanted)),
            Ready r when Later(r.TryAt, r.Order.NotBefore) is var at && at > now => Until(r, at),
            Ready r => new PublicationStep.Publish(r.Order, r.Container.Id, r.Failures + 1),

            Publishing { SaidToBeOut: true } p => new PublicationStep.FindOut(p.Order, p.Container.Id, p.StartedAt),
            Publishing { UnpublishedReadings: >= PublishingPace.ReadingsToRetry } p
                when p.Attempt >= PublishingPace.MostPublishCalls || now > p.Order.PublishUntil => new PublicationStep.AskPerson(),
            Publishing { UnpublishedReadings: >= PublishingPace.ReadingsToRetry } p => new PublicationStep.Publish(
                p.Order,
                p.Container.Id,
                p.Attempt + 1
            ),
            Publishing p => new PublicationStep.FindOut(p.Order, p.Container.Id, p.StartedAt), // after a crash or an unclear answer: ask, never guess
            Ended { SlotOn: { } account } => new PublicationStep.ReleaseSlot(account),
            _ => new PublicationStep.Rest(),
        };

    /// <summary>A place of a moment ago is as good: what makes it late by minutes is an outage, and then the pace is asked anew.</summary>
    private static bool HasSlotFor(this Ready ready, DateTimeOffset at) =>
        ready.Order.Timing.Slot is { IsStale: false } slot && slot.At + PublishingPace.SlotGoodFor >= at;

    /// <summary>Never sleeps past the late policy's word.</summary>
    private static PublicationStep.Wait Until(Pending pending, DateTimeOffset at) =>
        new(at > pending.Order.PublishUntil ? pending.Order.PublishUntil.AddSeconds(1) : at);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

/// <summary>A step of the saga.</summary>
public abstract partial record PublicationStep
{
    private PublicationStep() { } // closed: every case is below

    /// <summary>Nothing to do until something else happens.</summary>
    public sealed record Rest : PublicationStep;

    /// <summary>Nothing to do until then, UTC.</summary>
    public sealed record Wait(DateTimeOffset Until) : PublicationStep;

    /// <summary>Make the container.</summary>
    public sealed record Upload(Order Order) : PublicationStep;

    /// <summary>Ask whether the container is ready.</summary>
    public sealed record Check(Order Order, ContainerId Container) : PublicationStep;

    /// <summary>Give the container up: it would be too old when due.</summary>
    public sealed record Renew(ContainerId Container) : PublicationStep;

    /// <summary>Have the account keep a place in its day, at <paramref name="From"/> or as soon after as it can, UTC.</summary>
    public sealed record Reserve(Order Order, DateTimeOffset From) : PublicationStep;

    /// <summary>Look whether the tenant still wants its new time approved; if so it waits, at most until then, UTC.</summary>
    public sealed record AskForApproval(DateTimeOffset Until) : PublicationStep;

    /// <summary>Tell the account that the slot of its week is free.</summary>
    public sealed record FreeWeeklySlot(AccountId Account) : PublicationStep;

    /// <summary>Give the place back.</summary>
    public sealed record ReleaseSlot(AccountId Account) : PublicationStep;

    /// <summary>Commit the intent, then make the one irreversible call.</summary>
    public sealed record Publish(Order Order, ContainerId Container, int Attempt) : PublicationStep;

    /// <summary>Ask the platform whether it is out, about a call begun at <paramref name="Since"/>.</summary>
    public sealed record FindOut(Order Order, ContainerId Container, DateTimeOffset Since) : PublicationStep;

    /// <summary>Its late policy says: no longer.</summary>
    public sealed record Expire : PublicationStep;

    /// <summary>The platform does not show it, and no further call may be made.</summary>
    public sealed record AskPerson : PublicationStep;
}
