using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;

namespace Campaigns.Bench.History;

/// <summary>One campaign from its brief to its published posts, with the streams around it. Now and then something goes wrong.</summary>
internal sealed class CampaignLife(TenantId tenant, int number)
{
    private const int Posts = 6;

    private static readonly ActorId Person = ActorId.Parse("user_2aBcDeFgHiJkLmNoPqRsT");
    private static readonly ActorId Approver = ActorId.Parse("user_2zYxWvUtSrQpOnMlKjIhG");
    private static readonly Provenance MadeBy = new("gemini", "gemini-2.5-flash", "campaign-posts.v1");
    private static readonly TokenUsage Usage = new(1_842, 0, 1_210, 388);
    private static readonly Problem Trouble = new(ProblemClass.Transient, "http_503", "The platform is away for now.");

    private readonly CampaignId campaign = new(Id(tenant, number, "campaign"));
    private readonly BrandId brand = new(Id(tenant, number, "brand"));
    private readonly AccountId account = new(Id(tenant, number, "account"));

    /// <summary>When it all began.</summary>
    public static DateTimeOffset Epoch { get; } = new(2024, 1, 8, 8, 0, 0, TimeSpan.Zero);

    public IEnumerable<(StreamName Stream, DomainEvent Event, ActorId By)> Events() =>
        Around().Concat(Writing()).Concat(Enumerable.Range(0, Posts).SelectMany(Post));

    private static Guid Id(TenantId tenant, int number, string what) => DerivedId.From($"{tenant}\n{number}\n{what}");

    private static bool Every(int turns, int number) => number % turns == turns - 1;

    /// <summary>Its tenant's settings, its brand and its account.</summary>
    private IEnumerable<(StreamName, DomainEvent, ActorId)> Around()
    {
        var settings = StreamName.Of("tenant", tenant);
        if (Every(10, number))
        {
            yield return (settings, new TenantEvent.ZoneSet("Europe/Lisbon"), Person);
            yield return (settings, new TenantEvent.ApprovalPolicySet(ApprovalPolicy.Internal), Person);
            yield return (settings, new TenantEvent.Held("We look at a complaint."), Person);
            yield return (settings, new TenantEvent.Released(), Person);
        }

        var brands = StreamName.Of("brand", tenant, brand.Value);
        yield return (brands, new BrandEvent.Created(Texts.Brand(number)), Person);
        yield return (brands, new BrandEvent.ProfileChanged(Texts.Brand(number + 1)), Person);

        var accounts = StreamName.Of("account", tenant, account.Value);
        var token = new TokenRef(Id(tenant, number, "token"));
        yield return (accounts, new AccountEvent.Connected("17841400000000001", $"bakery_{number}", token), Person);
        if (!Every(10, number))
            yield break;
        yield return (accounts, new AccountEvent.TroubleFound(Trouble with { Class = ProblemClass.AccountBroken }), ActorId.Publisher);
        yield return (accounts, new AccountEvent.Reconnected($"bakery_{number}", token), Person);
        yield return (accounts, new AccountEvent.Held("The owner is on holiday."), Person);
        yield return (accounts, new AccountEvent.Released(), Person);
        if (Every(100, number))
            yield return (accounts, new AccountEvent.Disconnected(), Person);
    }

    private IEnumerable<(StreamName, DomainEvent, ActorId)> Writing()
    {
        var stream = StreamName.Of("campaign", tenant, campaign.Value);
        var order = new WritingOrder([new(Platform.Instagram, Posts)], "pt-BR", "warm");
        yield return (stream, new CampaignEvent.Created($"Fornada {number}", Texts.Brief, brand), Person);
        if (Every(5, number))
        {
            yield return (stream, new CampaignEvent.Renamed($"Fornada das seis {number}"), Person);
            yield return (stream, new CampaignEvent.BriefChanged(Texts.Brief + " Sem glúten."), Person);
        }
        if (Every(20, number))
        {
            var failing = new GenerationId(Id(tenant, number, "failed"));
            yield return (stream, new CampaignEvent.WritingRequested(failing, order), Person);
            foreach (var step in FailedJob(failing))
                yield return step;
            yield return (stream, new CampaignEvent.WritingFailed(failing, Trouble), ActorId.Generator);
        }

        var writing = new GenerationId(Id(tenant, number, "writing"));
        var job = StreamName.Of("generation", tenant, writing.Value);
        var posts = Enumerable.Range(0, Posts).Select(n => new DraftPost(Platform.Instagram, Texts.Post(number + n))).ToList();
        yield return (stream, new CampaignEvent.WritingRequested(writing, order), Person);
        yield return (job, new GenerationEvent.TextRequested(campaign, Texts.Brief, Texts.Brand(number), order), Person);
        yield return (job, new GenerationEvent.AttemptStarted(1, Epoch), ActorId.Generator);
        yield return (job, new GenerationEvent.TextProduced(posts, MadeBy, Usage), ActorId.Generator);
        yield return (
            stream,
            new CampaignEvent.Written(writing, [.. posts.Select((post, n) => new WrittenItem(Item(n), post))], MadeBy),
            ActorId.Generator
        );
        yield return (job, new GenerationEvent.Delivered(), ActorId.Generator);
    }

    private IEnumerable<(StreamName, DomainEvent, ActorId)> FailedJob(GenerationId id)
    {
        var job = StreamName.Of("generation", tenant, id.Value);
        yield return (job, new GenerationEvent.ImageRequested(campaign, Item(0), Texts.Picture, AspectRatio.Portrait), Person);
        yield return (job, new GenerationEvent.AttemptStarted(1, Epoch), ActorId.Generator);
        yield return (job, new GenerationEvent.AttemptFailed(Trouble, Epoch), ActorId.Generator);
        yield return (job, new GenerationEvent.Failed(Trouble), ActorId.Generator);
        yield return (job, new GenerationEvent.Delivered(), ActorId.Generator);
    }

    /// <summary>One post: edited, illustrated, approved and carried out.</summary>
    private IEnumerable<(StreamName, DomainEvent, ActorId)> Post(int n)
    {
        var stream = StreamName.Of("campaign", tenant, campaign.Value);
        var item = Item(n);
        yield return (stream, new CampaignEvent.ItemTextChanged(item, Texts.Post(number + n + 1)), Person);
        yield return (stream, new CampaignEvent.ItemTextChanged(item, Texts.Post(number + n + 2)), Person);

        var drawing = new GenerationId(Id(tenant, number, $"drawing {n}"));
        var job = StreamName.Of("generation", tenant, drawing.Value);
        var picture = Texts.Media(tenant, item.Uuid);
        yield return (stream, new CampaignEvent.IllustrationRequested(drawing, item, Texts.Picture, AspectRatio.Portrait), Person);
        yield return (job, new GenerationEvent.ImageRequested(campaign, item, Texts.Picture, AspectRatio.Portrait), Person);
        yield return (job, new GenerationEvent.AttemptStarted(1, Epoch), ActorId.Generator);
        yield return (job, new GenerationEvent.ImageProduced(picture, MadeBy, Usage), ActorId.Generator);
        yield return (stream, new CampaignEvent.ItemIllustrated(drawing, item, picture, MadeBy), ActorId.Generator);
        yield return (job, new GenerationEvent.Delivered(), ActorId.Generator);

        if (Every(10, number + n))
            foreach (var step in Detours(stream, n))
                yield return step;

        yield return (stream, new CampaignEvent.ApprovalRequested(item, Texts.Hash, null), Person);
        yield return (stream, new CampaignEvent.ItemApproved(item, Texts.Hash, Approver, "Lovely."), Approver);
        var publication = new PublicationId(Id(tenant, number, $"publication {n}"));
        yield return (stream, new CampaignEvent.PublicationPlanned(item, publication, account, Texts.Hash), Person);
        foreach (
            var step in new PublicationLife(StreamName.Of("publication", tenant, publication.Value), number + n).Events(
                Scheduled(n, picture)
            )
        )
            yield return step;
    }

    /// <summary>What happens to one post in ten.</summary>
    private IEnumerable<(StreamName, DomainEvent, ActorId)> Detours(StreamName stream, int n)
    {
        var (item, extra) = (Item(n), new ItemId(Id(tenant, number, $"extra {n}")));
        var drawing = new GenerationId(Id(tenant, number, $"failed drawing {n}"));
        yield return (stream, new CampaignEvent.ItemAdded(extra, new(Platform.Facebook, Texts.Post(n))), Person);
        yield return (stream, new CampaignEvent.IllustrationRequested(drawing, extra, Texts.Picture, AspectRatio.Square), Person);
        foreach (var step in FailedJob(drawing))
            yield return step;
        yield return (stream, new CampaignEvent.IllustrationFailed(drawing, extra, Trouble), ActorId.Generator);
        yield return (stream, new CampaignEvent.ItemRemoved(extra), Person);
        yield return (stream, new CampaignEvent.MediaAttached(item, Texts.Media(tenant, extra.Uuid)), Person);
        yield return (stream, new CampaignEvent.ChangesRequested(item, Texts.Hash, Approver, "Say where we are."), Approver);
    }

    private PublicationEvent.Scheduled Scheduled(int n, MediaAsset picture)
    {
        var due = Epoch.AddDays(30 + (number % 300)).AddHours(n);
        var text = Texts.Post(number + n + 2);
        return new(
            new(campaign, Item(n), Platform.Instagram, text.Composed, picture, Texts.Hash, text.AltText, MadeBy),
            new(account, "17841400000000001", $"bakery_{number}"),
            new(
                due.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                "Europe/Lisbon",
                due,
                LocalTimeRule.Exact
            ),
            due.AddHours(6),
            Approver
        );
    }

    private ItemId Item(int n) => new(Id(tenant, number, $"item {n}"));
}
