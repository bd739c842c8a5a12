using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;

namespace Campaigns.Bench.Append;

/// <summary>What is appended: an edited caption, the commonest event there is.</summary>
internal static class Samples
{
    private static readonly TenantId Tenant = TenantId.Parse("org_2fGhK9sLmNpQrStUvWxYz");
    private static readonly ActorId Actor = ActorId.Parse("user_2aBcDeFgHiJkLmNoPqRsT");
    private static readonly PostText Text = new(
        "Zum Saisonstart öffnen wir am Samstag ab neun Uhr: frischer Kaffee, warme Zimtschnecken und die ersten Erdbeeren vom Hof. "
            + "Kommt vorbei, bringt Freunde mit, und sagt uns, was euch am besten schmeckt!",
        ["saisonstart", "hofcafe", "erdbeeren", "wochenende"]
    );

    public static StreamName Stream() => StreamName.Of("campaign", Tenant, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());

    public static NewEvent Event()
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var metadata = new EventMetadata(Actor, now, CommandId.Parse(id.ToString()), "q1nD0cVvOB3kDq9Gx0m1r4yqPqfQ0nGv1aFh3k2m5sE");
        return new(id, new CampaignEvent.ItemTextChanged(new(id), Text), metadata);
    }
}
