using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Evidence;
using Campaigns.Domain.Generations;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Grains.Evidence;

/// <summary>
/// One AI job writes several posts of a campaign; the pack of one of them is none of the others' affair. Their drafts stand there as hashes, so
/// that a pack of theirs can still be shown to tell of the same answer.
/// </summary>
internal sealed class SiblingDrafts(ItemId post, IEnumerable<DomainEvent> campaign)
{
    /// <summary>What the model wrote for the post itself, as canonical JSON.</summary>
    private readonly HashSet<string> own =
    [
        .. campaign
            .OfType<CampaignEvent.Written>()
            .SelectMany(written => Elements(written, "items"))
            .Where(item => (string?)item["item"] == post.Value)
            .Select(item => Canonical(item["post"])),
    ];

    /// <summary>Replaces what was written for others by its hash, in the data of an event.</summary>
    public void Hide(DomainEvent happened, JsonObject data)
    {
        switch (happened)
        {
            case CampaignEvent.Written:
                Hide(data, "items", item => (string?)item["item"] != post.Value);
                break;
            case GenerationEvent.TextProduced:
                Hide(data, "posts", draft => !own.Contains(Canonical(draft)));
                break;
            case GenerationEvent.AnswerFaulty:
                // As it came, it holds everybody's drafts.
                data["answer"] = EvidencePack.Redacted(new JsonObject { ["answer"] = data["answer"]!.DeepClone() });
                if (data["usable"]?["drafts"] is not null)
                    Hide(data["usable"]!.AsObject(), "drafts", draft => !own.Contains(Canonical(draft)));
                break;
        }
    }

    private static void Hide(JsonObject data, string member, Func<JsonObject, bool> isAnothers)
    {
        var all = data[member]!.AsArray();
        for (var place = 0; place < all.Count; place++)
            if (isAnothers(all[place]!.AsObject()))
                all[place] = EvidencePack.Redacted(all[place]!.AsObject());
    }

    private static IEnumerable<JsonObject> Elements(DomainEvent happened, string member) =>
        JsonNode.Parse(EventCodec.Encode(happened))![member]!.AsArray().Select(element => element!.AsObject());

    private static string Canonical(JsonNode? node) => Convert.ToBase64String(CanonicalJson.Of(node));
}
