using Campaigns.Domain.Publications;
using Campaigns.Domain.Reviews;
using Campaigns.Domain.Scheduling;
using Campaigns.Domain.Tenants;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>Every choice made about approval, and about putting an item on the calendar.</summary>
public static partial class CampaignDecider
{
    /// <summary>Asks for approval of an item as it is.</summary>
    public static Decision<CampaignEvent> RequestApproval(Campaign state, RequestApproval ask)
    {
        if (Editable(state, ask.Item, out var item) is { } closed)
            return closed;
        if (TextRule.Check("note", ask.Note, 2000, required: false) is { } refusal)
            return refusal;
        if (item.Media.Count == 0)
            return Refusal.NoMedia;
        var asked = item.Review is { State: ReviewState.Requested or ReviewState.Approved } && item.Review.ContentHash == item.ContentHash;
        return asked ? [] : [new ApprovalRequested(ask.Item, item.ContentHash, ask.Note)];
    }

    /// <summary>Approves an item: this content, and no other.</summary>
    public static Decision<CampaignEvent> Approve(Campaign state, ApproveItem ask, ActorId by, DateTimeOffset now)
    {
        if (Editable(state, ask.Item, out var item) is { } closed)
            return closed;
        if (TextRule.Check("note", ask.Note, 2000, required: false) is { } refusal)
            return refusal;
        if (item.Media.Count == 0)
            return Refusal.NoMedia;
        if (ask.ContentHash is not null && ask.ContentHash != item.ContentHash)
            return Refusal.ContentChanged;
        if (ask.Window?.IsWindow(now) is false)
            return Refusal.WindowMalformed;
        // Whoever came from outside approves beside those within, and is not overruled by them.
        var (isOutside, wasOutside) = (InviteId.IsReviewer(by), item.ApprovedBy is { } approver && InviteId.IsReviewer(approver));
        var stands = item.ApprovedBy is not null && (wasOutside || !isOutside) && (ask.Window is null || ask.Window == item.Review.Window);
        if (!stands && wasOutside && !isOutside)
            return Refusal.ApprovedOutside;
        return stands ? [] : [new ItemApproved(ask.Item, item.ContentHash, by, ask.Note, ask.Window)];
    }

    /// <summary>Asks for changes. The shell withdraws what was scheduled first.</summary>
    public static Decision<CampaignEvent> RequestChanges(Campaign state, RequestChanges ask, ActorId by)
    {
        if (Editable(state, ask.Item, out var item) is { } closed)
            return closed;
        if (TextRule.Check("reason", ask.Reason, 2000) is { } refusal)
            return refusal;
        // With something planned it is never nothing new: the shell withdraws only for events.
        return item.Publications.IsEmpty && item.Review.State is ReviewState.ChangesRequested && item.Review.Note == ask.Reason
            ? []
            : [new ChangesRequested(ask.Item, item.ContentHash, by, ask.Reason)];
    }

    /// <summary>Plans a publication: the intent, committed before the publication's own stream begins.</summary>
    /// <param name="state">As it stands.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="policy">The tenant's approval policy at this moment.</param>
    /// <param name="open">Those of the item's publications that have not ended.</param>
    public static Decision<CampaignEvent> PlanPublication(
        Campaign state,
        SchedulePost ask,
        ApprovalPolicy policy,
        IReadOnlyCollection<PublicationId> open
    )
    {
        if (Plannable(state, ask.Item, ask.Account, ask.Publication, policy, open) is { } refusal)
            return refusal;
        var item = ((Campaign.Open)state).Find(ask.Item)!;
        // Planned before: its own stream knows how it went. All rules were looked at again, for much may have changed since.
        if (item.Publications.TryGetValue(ask.Publication, out var account))
            return account == ask.Account ? [] : Refusal.AlreadyScheduled;
        if (item.Publications.Count >= MostPublications)
            return Refusal.TooManyPublications(MostPublications);
        return [new PublicationPlanned(ask.Item, ask.Publication, ask.Account, item.ContentHash)];
    }
}
