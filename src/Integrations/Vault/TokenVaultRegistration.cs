using Campaigns.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Campaigns.Integrations.Vault;

/// <summary>The vault of tokens, on Postgres.</summary>
public static class TokenVaultRegistration
{
    /// <summary>Adds <see cref="ITokenVault"/>. Needs <see cref="ITenantKeys"/> and <see cref="MasterKeys"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="source">Logs in as <c>campaigns_silo</c>; not disposed of here.</param>
    public static IServiceCollection AddTokenVault(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PostgresTokenVault>(provider =>
            new(
                source(provider),
                new(provider.GetRequiredService<ITenantKeys>(), provider.GetRequiredService<MasterKeys>()),
                provider.GetRequiredService<TimeProvider>()
            )
        );
        services.AddSingleton<ITokenVault>(provider => provider.GetRequiredService<PostgresTokenVault>());
        return services.AddSingleton<ITokenResealing>(provider => provider.GetRequiredService<PostgresTokenVault>());
    }
}
