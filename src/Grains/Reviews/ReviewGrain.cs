using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Grains.Campaigns;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;
using Orleans.Concurrency;

namespace Campaigns.Grains.Reviews;

/// <summary>Checks what reviewers bring before anything else is asked, and reads for them from the log. It has no state.</summary>
[StatelessWorker(MostAtOnce)]
internal sealed class ReviewGrain(Journal journal, IReviewLinks links) : Grain, IReviewGrain
{
    private const int MostAtOnce = 4;

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public Task<string> TokenOf(CampaignId campaign, InviteId invite, DateTimeOffset expiresAt) =>
        Task.FromResult(links.TokenOf(new(Tenant, campaign, invite, expiresAt)));

    public async Task<ReviewSheet?> Open(string token, CancellationToken ct) =>
        Read(token) is { } link && await Reading(link.Campaign, ct) is { } reviews
            ? reviews.SheetOf(link.Invite, journal.Clock.GetUtcNow())
            : null;

    public Task<Outcome?> Approve(string token, ApproveItem ask, CommandContext by) =>
        ByReviewer(token, by, (campaign, invite, context) => campaign.ReviewerApprove(invite, ask, context));

    public Task<Outcome?> RequestChanges(string token, RequestChanges ask, CommandContext by) =>
        ByReviewer(token, by, (campaign, invite, context) => campaign.ReviewerRequestChanges(invite, ask, context));

    public Task<Outcome?> Comment(string token, ItemId item, string text, CommandContext by) =>
        ByReviewer(token, by, (campaign, invite, context) => campaign.ReviewerComment(invite, new(item, text, IsInternal: false), context));

    public async Task<CampaignReviews?> Of(CampaignId campaign, CancellationToken ct) => (await Reading(campaign, ct))?.Listed;

    private async Task<Outcome?> ByReviewer(
        string token,
        CommandContext by,
        Func<ICampaignGrain, InviteId, CommandContext, Task<Outcome>> command
    )
    {
        if (Read(token) is not { } link)
            return null;
        // Under an id of their own: whoever guesses another's command id neither learns nor spoils anything.
        var own = CommandId.Parse(DerivedId.From($"{link.Invite}\n{by.Command}").ToString());
        return await command(
            GrainFactory.Campaign(Tenant, link.Campaign),
            link.Invite,
            by with
            {
                Command = own,
                Actor = link.Invite.Actor,
            }
        );
    }

    private ReviewLink? Read(string token) =>
        links.Read(token) is { } link && link.Tenant == Tenant && journal.Clock.GetUtcNow() < link.ExpiresAt ? link : null;

    private async Task<ReviewReading?> Reading(CampaignId campaign, CancellationToken ct)
    {
        try
        {
            var reading = new ReviewReading();
            await foreach (var recorded in journal.Events.Read(StreamName.Of("campaign", Tenant, campaign.Value), ct: ct))
                reading.Add(
                    recorded.Event as CampaignEvent
                        ?? throw new InvalidOperationException($"{recorded.Stream} cannot be folded over event {recorded.Version}."),
                    recorded.Metadata.RecordedAt,
                    recorded.Metadata.Actor
                );
            return reading.IsThere ? reading : null;
        }
        catch (EventStoreUnavailableException e)
        {
            throw new StoreAwayException(e.Message);
        }
    }
}
