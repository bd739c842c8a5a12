using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Evidence;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Grains.Evidence;

/// <summary>
/// Writes the evidence pack of one publication from the log: the publication's own events; those of its campaign that made the post what it
/// is; the AI jobs behind it, prompts included; its account's; and the tenant's settings. Every stream it reads is named with that tenant.
/// </summary>
internal sealed class EvidenceFile(IEventStore events, TenantId tenant)
{
    /// <summary>Points into the vault. Worthless elsewhere, but nobody should have to believe that.</summary>
    private const string VaultReference = "token";

    public async Task<byte[]?> Of(PublicationId id, CancellationToken ct)
    {
        var own = await Read("publication", id.Value, _ => true, ct);
        if (own.Select(recorded => recorded.Event).OfType<PublicationEvent.Scheduled>().FirstOrDefault() is not { } scheduled)
            return null; // none, or one that was taken back before it ever was scheduled

        var content = scheduled.Content;
        var jobs = new CampaignStory(content.Item);
        var campaign = await Read("campaign", content.Campaign.Value, jobs.Tells, ct);
        var facts = own.Concat(campaign)
            .Concat(await Read("account", scheduled.Target.Account.Value, TellsOfAccount, ct))
            .Concat(await Read("tenant", null, _ => true, ct))
            .ToList();
        foreach (var job in jobs.Of(campaign))
            facts.AddRange(await Read("generation", job.Value, _ => true, ct));

        var siblings = new SiblingDrafts(content.Item, campaign.Select(recorded => recorded.Event));
        return EvidencePack.Write(
            Above(id, scheduled, own),
            facts.OrderBy(recorded => recorded.Position).Select(recorded => Fact(recorded, siblings)) // in which they were committed
        );
    }

    /// <summary>A place in the account's day for another post is none of this one's affair.</summary>
    private static bool TellsOfAccount(DomainEvent happened) =>
        happened is not (AccountEvent.SlotReserved or AccountEvent.SlotReleased or AccountEvent.QuotaRead);

    private JsonObject Above(PublicationId id, PublicationEvent.Scheduled scheduled, List<RecordedEvent> own)
    {
        var state = own.Select(recorded => recorded.Event).OfType<PublicationEvent>().Aggregate(Publication.Initial, Publication.Evolve);
        var (content, target) = (scheduled.Content, scheduled.Target);
        return new()
        {
            ["tenant"] = tenant.Value,
            ["publication"] = id.Value,
            ["campaign"] = content.Campaign.Value,
            ["post"] = content.Item.Value,
            ["contentHash"] = content.ContentHash,
            ["kind"] = content.Kind.ToString(),
            ["mediaSha256"] = new JsonArray([.. content.AllMedia.Select(file => (JsonNode)file.Sha256)]),
            ["account"] = new JsonObject
            {
                ["id"] = target.Account.Value,
                ["platform"] = content.Platform.ToString(),
                ["platformId"] = target.InstagramUserId,
                ["username"] = target.Username,
            },
            ["outcome"] = Outcome(state, own[^1]),
        };
    }

    private static JsonObject Outcome(Publication state, RecordedEvent last) =>
        state switch
        {
            Publication.Live live => new()
            {
                ["state"] = "live",
                ["at"] = EvidencePack.Told(live.At),
                ["mediaId"] = live.Media?.Value,
            },
            Publication.Ended ended => new()
            {
                ["state"] = EventWord(ended.Verdict),
                ["at"] = EvidencePack.Told(last.Metadata.RecordedAt),
                ["reason"] = ended.Reason,
            },
            _ => new() { ["state"] = "open" },
        };

    private static string EventWord(Verdict verdict) =>
        verdict switch
        {
            Verdict.Withdrawn => "withdrawn",
            Verdict.Skipped => "skipped",
            Verdict.NeedsPerson => "needsPerson",
            _ => "gaveUp",
        };

    private async Task<List<RecordedEvent>> Read(string category, string? id, Func<DomainEvent, bool> tells, CancellationToken ct)
    {
        var read = new List<RecordedEvent>();
        await foreach (var recorded in events.Read(StreamName.Of(category, tenant, id), ct: ct))
            if (recorded.Event is UnreadableEvent || tells(recorded.Event))
                read.Add(recorded);
        return read;
    }

    private static EvidenceFact Fact(RecordedEvent recorded, SiblingDrafts siblings) =>
        new(
            recorded.Stream.Value,
            recorded.Version,
            recorded.Position.ToString(),
            recorded.Id,
            recorded.Name,
            recorded.Metadata.RecordedAt,
            recorded.Metadata.Actor,
            recorded.Metadata.Command,
            DataOf(recorded.Event, siblings)
        );

    private static JsonObject DataOf(DomainEvent happened, SiblingDrafts siblings)
    {
        if (happened is UnreadableEvent unreadable)
            return new() { ["unreadable"] = unreadable.Reason };
        var data = JsonNode.Parse(EventCodec.Encode(happened))!.AsObject();
        if (happened is AccountEvent)
            data.Remove(VaultReference);
        siblings.Hide(happened, data);
        return data;
    }
}
