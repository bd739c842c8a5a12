using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.Integrations.Erasure;

/// <summary>What lies of a tenant beside the log, on Postgres.</summary>
public static class TenantRemainsRegistration
{
    /// <summary>Adds <see cref="ITenantRemains"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="source">Logs in as <c>campaigns_silo</c>; not disposed of here.</param>
    public static IServiceCollection AddTenantRemains(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return services.AddSingleton<ITenantRemains>(provider => new PostgresTenantRemains(source(provider)));
    }
}
