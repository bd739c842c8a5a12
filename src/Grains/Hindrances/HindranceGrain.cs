using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Hindrances;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Grains.EventSourcing;
using Orleans.Concurrency;

namespace Campaigns.Grains.Hindrances;

/// <summary>Reads for one tenant. It has no state, so a silo may have several; few enough that it takes no threads from commands.</summary>
[StatelessWorker(MostReaders)]
internal sealed class HindranceGrain(Journal journal, PublishingPace pace) : Grain, IHindranceGrain
{
    private const int MostReaders = 4;
    private const int StreamsAtOnce = 8;

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public async Task<Dictionary<Guid, Hindrance[]>> Of(Guid[] publications, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(publications.Length, IHindranceGrain.MostAtOnce);
        try
        {
            var standings = new List<(Guid Id, PublicationRecord Standing)>();
            foreach (var some in publications.Distinct().Chunk(StreamsAtOnce))
                standings.AddRange(some.Zip(await Task.WhenAll(some.Select(id => Publication(id, ct)))));
            var tenant = await Fold<TenantStanding, TenantEvent>(
                StreamName.Of("tenant", Tenant),
                TenantStanding.Initial,
                (standing, happened, at) => standing.After(happened, at),
                ct
            );
            var accounts = new Dictionary<AccountId, AccountStanding>();
            foreach (
                var some in standings.Select(found => AccountOf(found.Standing.State)).OfType<AccountId>().Distinct().Chunk(StreamsAtOnce)
            )
            foreach (var (id, standing) in some.Zip(await Task.WhenAll(some.Select(id => Account(id, ct)))))
                accounts.Add(id, standing);

            var now = journal.Clock.GetUtcNow();
            return standings.ToDictionary(
                found => found.Id,
                found =>
                    AccountOf(found.Standing.State) is { } account
                        ? WhyNotYet.Of(found.Standing, accounts[account], tenant, pace, now).ToArray()
                        : []
            );
        }
        catch (EventStoreUnavailableException e)
        {
            throw new StoreAwayException(e.Message);
        }
    }

    private Task<PublicationRecord> Publication(Guid id, CancellationToken ct) =>
        Fold<PublicationRecord, PublicationEvent>(
            StreamName.Of("publication", Tenant, id.ToString()),
            PublicationRecord.Initial,
            (standing, happened, at) => standing.After(happened, at),
            ct
        );

    /// <summary>An account's stream grows with each post: it is read only where something is the matter, to say since when.</summary>
    private async Task<AccountStanding> Account(AccountId id, CancellationToken ct)
    {
        var account = await GrainFactory.Account(Tenant, id).Describe();
        if (!AccountStanding.IsTroubled(account))
            return new(account);
        var read = await Fold<AccountStanding, AccountEvent>(
            StreamName.Of("account", Tenant, id.ToString()),
            AccountStanding.Initial,
            (standing, happened, at) => standing.After(happened, at),
            ct
        );
        return read with { State = account };
    }

    private static AccountId? AccountOf(Publication state) =>
        state switch
        {
            Domain.Publications.Publication.Pending pending => pending.Order.Target.Account,
            Domain.Publications.Publication.Publishing publishing => publishing.Order.Target.Account,
            _ => null,
        };

    private async Task<TStanding> Fold<TStanding, TEvent>(
        StreamName stream,
        TStanding standing,
        Func<TStanding, TEvent, DateTimeOffset, TStanding> after,
        CancellationToken ct
    )
        where TEvent : DomainEvent
    {
        await foreach (var recorded in journal.Events.Read(stream, ct: ct))
        {
            if (recorded.Event is not TEvent fact)
                throw new InvalidOperationException($"{stream} cannot be folded over event {recorded.Version} ({recorded.Name}).");
            standing = after(standing, fact, recorded.Metadata.RecordedAt);
        }
        return standing;
    }
}
