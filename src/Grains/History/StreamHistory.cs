using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.History;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Webhooks;
using Campaigns.EventStore;

namespace Campaigns.Grains.History;

/// <summary>Folds one tenant's streams anew, as far as is asked. Every stream it reads is named with that tenant.</summary>
internal sealed class StreamHistory(IEventStore events, TenantId tenant, int mostFolded = StreamHistory.MostFolded)
{
    /// <summary>Changes are told of this many events of a stream, counted from its first: each is found by folding all before it.</summary>
    public const int MostEvents = 10_000;

    /// <summary>A state is told that this many events of its stream lead to: a second or so of folding.</summary>
    public const int MostFolded = 50_000;

    public Task<StreamChanges> Changes(string kind, Guid? id, IReadOnlyCollection<long> versions, CancellationToken ct)
    {
        var stream = StreamName.Of(kind, tenant, kind == "ledger" && id is { } uuid ? MonthOf(uuid) : id?.ToString());
        return kind switch
        {
            "campaign" => Changes<Campaign, CampaignEvent>(stream, versions, CampaignChanges.Between, ct),
            "publication" => Changes<Publication, PublicationEvent>(stream, versions, PublicationChanges.Between, ct),
            "generation" => Changes<Generation, GenerationEvent>(stream, versions, GenerationChanges.Between, ct),
            "account" => Changes<Account, AccountEvent>(stream, versions, AccountChanges.Between, ct),
            "mediafile" => Changes<MediaFile, MediaFileEvent>(stream, versions, MediaFileChanges.Between, ct),
            "brand" => Changes<Brand, BrandEvent>(stream, versions, BrandChanges.Between, ct),
            "webhook" => Changes<Webhook, WebhookEvent>(stream, versions, WebhookChanges.Between, ct),
            "ledger" => Changes<Ledger, LedgerEvent>(stream, versions, LedgerChanges.Between, ct),
            "tenant" => Changes<Tenant, TenantEvent>(stream, versions, TenantChanges.Between, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of aggregate."),
        };
    }

    public async Task<AsOf<Campaign.Open>?> Campaign(CampaignId id, Moment until, CancellationToken ct)
    {
        var (state, first, last) = await Fold<Campaign, CampaignEvent>(StreamName.Of("campaign", tenant, id.Value), until, ct);
        return state is Campaign.Open open ? new(open, first, last) : null;
    }

    public Task<AsOf<Tenant>> Settings(Moment until, CancellationToken ct) =>
        Fold<Tenant, TenantEvent>(StreamName.Of("tenant", tenant), until, ct);

    private async Task<AsOf<TState>> Fold<TState, TEvent>(StreamName stream, Moment until, CancellationToken ct)
        where TState : IFold<TState, TEvent>
        where TEvent : DomainEvent
    {
        var folded = new AsOf<TState>(TState.Initial);
        await foreach (var recorded in events.Read(stream, ct: ct))
        {
            // The first event beyond ends it, even where a clock that was behind dates a later one before: only a prefix was ever a state.
            if (IsBeyond(recorded, until))
                break;
            if (recorded.Version > mostFolded)
                throw new TooMuchHistoryException(mostFolded);
            if (recorded.Event is not TEvent fact)
                throw new InvalidOperationException($"{stream} cannot be folded over event {recorded.Version} ({recorded.Name}).");
            var mark = new EventMark(recorded.Version, recorded.Position.ToString(), recorded.Metadata.RecordedAt, recorded.Metadata.Actor);
            folded = new(TState.Evolve(folded.State, fact), folded.First ?? mark, mark);
        }
        return folded;
    }

    private async Task<StreamChanges> Changes<TState, TEvent>(
        StreamName stream,
        IReadOnlyCollection<long> versions,
        Func<TState, TEvent, IReadOnlyList<Change>> between,
        CancellationToken ct
    )
        where TState : IFold<TState, TEvent>
        where TEvent : DomainEvent
    {
        var wanted = versions.Where(version => version is > 0 and <= MostEvents).ToHashSet();
        var told = new Dictionary<long, IReadOnlyList<Change>>();
        var untold = wanted.Count < versions.Distinct().Count() ? $"Changes are told of the first {MostEvents} events of a thing." : null;
        if (wanted.Count == 0)
            return new(told, untold);

        var state = TState.Initial;
        await foreach (var recorded in events.Read(stream, ct: ct))
        {
            if (recorded.Event is not TEvent fact)
                return new(told, $"Event {recorded.Version} before it cannot be read by this version of the program.");
            if (wanted.Remove(recorded.Version))
                told.Add(recorded.Version, between(state, fact).ToArray()); // an array: it crosses a grain call
            if (wanted.Count == 0)
                break;
            state = TState.Evolve(state, fact);
        }
        return new(told, untold ?? (wanted.Count == 0 ? null : "There is no such event."));
    }

    private static string MonthOf(Guid uuid) =>
        LedgerMonth.TryFrom(uuid, out var month)
            ? month.Value
            : throw new ArgumentOutOfRangeException(nameof(uuid), uuid, "There is no such month.");

    private static bool IsBeyond(RecordedEvent recorded, Moment until) =>
        until switch
        {
            Moment.Instant instant => recorded.Metadata.RecordedAt > instant.At,
            Moment.Place place => LogPosition.TryParse(place.Position, out var position)
                ? recorded.Position > position
                : throw new ArgumentException("It is no position of the log.", nameof(until)),
            _ => throw new ArgumentOutOfRangeException(nameof(until), until, "There is no such moment."),
        };
}
