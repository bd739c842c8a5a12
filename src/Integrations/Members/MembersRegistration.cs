using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.Integrations.Members;

/// <summary>The directory of members, on Postgres.</summary>
public static class MembersRegistration
{
    /// <summary>Adds <see cref="IMemberDirectory"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="source">Logs in as <c>campaigns_silo</c>; not disposed of here.</param>
    public static IServiceCollection AddMemberDirectory(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return services.AddSingleton<IMemberDirectory>(provider => new PostgresMembers(source(provider)));
    }
}
