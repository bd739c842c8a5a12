using Campaigns.Keys.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Campaigns.Keys;

/// <summary>Tenants' keys, on Postgres.</summary>
public static class TenantKeysRegistration
{
    /// <summary>Adds <see cref="ITenantKeys"/>, <see cref="MasterKeys"/> and <see cref="IKeyRing"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="source">Logs in as <c>campaigns_silo</c>; not disposed of here.</param>
    /// <param name="master">What wraps the keys.</param>
    /// <param name="options">Limits; the defaults unless told.</param>
    public static IServiceCollection AddTenantKeys(
        this IServiceCollection services,
        Func<IServiceProvider, NpgsqlDataSource> source,
        MasterKeys master,
        TenantKeysOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(master);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(master);
        services.AddSingleton(provider => new KeyTable(source(provider), master, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IKeyRing>(provider => new PostgresKeyRing(provider.GetRequiredService<KeyTable>(), source(provider), master));
        return services.AddSingleton<ITenantKeys>(provider => new PostgresTenantKeys(
            provider.GetRequiredService<KeyTable>(),
            options ?? new(),
            provider.GetRequiredService<TimeProvider>()
        ));
    }
}
