using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Health;

/// <summary>Whether the database answers, for each of the roles that this process logs in with.</summary>
internal sealed class DatabaseHealth(IServiceProvider services, SiloSettings settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Answer.Within(
            async ct =>
            {
                if (settings.Runs(ProcessRoles.Silo))
                    await Ask(DataSources.Orleans, ct);
                if (settings.Runs(ProcessRoles.Api))
                    await Ask(DataSources.Api, ct);
                return HealthCheckResult.Healthy("answers");
            },
            cancellationToken
        );

    private async Task Ask(string purpose, CancellationToken ct)
    {
        await using var question = services.DataSource(purpose).CreateCommand("select 1");
        await question.ExecuteScalarAsync(ct);
    }
}
