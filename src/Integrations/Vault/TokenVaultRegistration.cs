using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Campaigns.Integrations.Vault;

/// <summary>The vault of tokens, on Postgres.</summary>
public static class TokenVaultRegistration
{
    /// <summary>Adds <see cref="ITokenVault"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="source">Logs in as <c>campaigns_silo</c>; not disposed of here.</param>
    /// <param name="options">The key.</param>
    /// <exception cref="ArgumentException">The master key is too short.</exception>
    public static IServiceCollection AddTokenVault(
        this IServiceCollection services,
        Func<IServiceProvider, NpgsqlDataSource> source,
        TokenVaultOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var cipher = new TokenCipher(options.MasterKey.Span);
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<ITokenVault>(provider => new PostgresTokenVault(
            source(provider),
            cipher,
            provider.GetRequiredService<TimeProvider>()
        ));
    }
}
