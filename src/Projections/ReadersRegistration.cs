using Campaigns.Projections.Accounts;
using Campaigns.Projections.Brands;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Generations;
using Campaigns.Projections.History;
using Campaigns.Projections.Ledgers;
using Campaigns.Projections.Media;
using Campaigns.Projections.Members;
using Campaigns.Projections.Publications;
using Campaigns.Projections.Reading;
using Campaigns.Projections.Tenants;
using Campaigns.Projections.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.Projections;

/// <summary>Puts the readers of the read models into a container.</summary>
public static class ReadersRegistration
{
    /// <summary>What the API reads through, and <see cref="ReadConsistency"/>.</summary>
    /// <param name="services">Must hold a <see cref="TimeProvider"/> and logging.</param>
    /// <param name="source">As the role <c>campaigns_api</c>; a transaction-mode pooler may stand between. Not disposed of.</param>
    /// <param name="direct">
    /// A direct address, whatever the role, on which changes are heard of at once. Null where there is none: then they are looked for.
    /// </param>
    public static IServiceCollection AddReaders(this IServiceCollection services, NpgsqlDataSource source, NpgsqlDataSource? direct) =>
        services
            .AddReader(source, query => new CampaignReader(query))
            .AddReader(source, query => new ItemReader(query))
            .AddReader(source, query => new PublicationReader(query))
            .AddReader(source, query => new CalendarReader(query))
            .AddReader(source, query => new AccountReader(query))
            .AddReader(source, query => new BrandReader(query))
            .AddReader(source, query => new TenantReader(query))
            .AddReader(source, query => new GenerationReader(query))
            .AddReader(source, query => new HistoryReader(query))
            .AddReader(source, query => new ChangeReader(query))
            .AddReader(source, query => new WebhookReader(query))
            .AddReader(source, query => new UsageReader(query))
            .AddReader(source, query => new MemberReader(query))
            .AddSingleton(_ => new TenantRows(source))
            .AddReader(source, query => new MediaReader(query))
            .AddSingleton(provider => new OperationsReader(source, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(_ => new ReadModelPositions(source))
            .AddSingleton(provider => new ReadModelFeed(
                direct,
                provider.GetRequiredService<ReadModelPositions>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ReadModelFeed>>()
            ))
            .AddHostedService(provider => provider.GetRequiredService<ReadModelFeed>())
            .AddSingleton(provider => new ReadConsistency(
                provider.GetRequiredService<ReadModelFeed>(),
                provider.GetRequiredService<ReadModelPositions>(),
                provider.GetRequiredService<TimeProvider>()
            ));

    private static IServiceCollection AddReader<T>(this IServiceCollection services, NpgsqlDataSource source, Func<TenantQuery, T> make)
        where T : class => services.AddSingleton(provider => make(new(source, provider.GetRequiredService<TimeProvider>())));
}
