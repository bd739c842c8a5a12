using Campaigns.Domain.Accounts;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.History;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Tests.Events;
using Campaigns.Domain.Webhooks;
using CsCheck;

namespace Campaigns.Domain.Tests.History;

/// <summary>Events in any order, as an older version of the rules may once have allowed them.</summary>
public sealed class Changes_over_any_history
{
    [Fact]
    public void of_campaigns_follow_one_from_another() => Check<Campaign, CampaignEvent>(CampaignChanges.Between);

    [Fact]
    public void of_publications_follow_one_from_another() => Check<Publication, PublicationEvent>(PublicationChanges.Between);

    [Fact]
    public void of_generations_follow_one_from_another() => Check<Generation, GenerationEvent>(GenerationChanges.Between);

    [Fact]
    public void of_accounts_follow_one_from_another() => Check<Account, AccountEvent>(AccountChanges.Between);

    [Fact]
    public void of_brands_follow_one_from_another() => Check<Brand, BrandEvent>(BrandChanges.Between);

    [Fact]
    public void of_settings_follow_one_from_another() => Check<Tenant, TenantEvent>(TenantChanges.Between);

    [Fact]
    public void of_webhooks_follow_one_from_another() => Check<Webhook, WebhookEvent>(WebhookChanges.Between);

    [Fact]
    public void of_ledgers_follow_one_from_another() => Check<Ledger, LedgerEvent>(LedgerChanges.Between);

    /// <summary>
    /// Each change begins with what the last one of the same field ended with, none ends where it began, none is of a state that stayed, and no
    /// secret is told.
    /// </summary>
    private static void Check<TState, TEvent>(Func<TState, TEvent, IReadOnlyList<Change>> between)
        where TState : class, IFold<TState, TEvent>
        where TEvent : DomainEvent
    {
        TEvent[] known = [.. EventSamples.All.OfType<TEvent>()];
        Gen.Int[0, known.Length - 1]
            .Array[0, 60]
            .Sample(
                choices =>
                {
                    var stands = new Dictionary<(ItemId?, string), string?>();
                    var state = TState.Initial;
                    foreach (var happened in choices.Select(choice => known[choice]))
                    {
                        var next = TState.Evolve(state, happened);
                        foreach (var change in between(state, happened))
                        {
                            Assert.NotEqual(change.From, change.To);
                            Assert.NotSame(state, next);
                            if (stands.TryGetValue((change.Item, change.Field), out var stood))
                                Assert.Equal(stood, change.From);
                            Assert.DoesNotContain(change.To ?? "", (string[])[Key.Value, NewKey.Value]);
                            stands[(change.Item, change.Field)] = change.To;
                        }
                        state = next;
                    }
                },
                iter: 300,
                threads: 1
            );
    }
}
