using Campaigns.Api.Exports;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore.Postgres;
using Campaigns.Grains.Exports;
using Campaigns.Integrations.Media;
using Campaigns.Keys;
using Campaigns.Projections.Reading;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;

namespace Campaigns.Silo.Verbs;

/// <summary><c>export</c>: everything of a tenant into a file, for an operator.</summary>
internal static class Export
{
    public static async Task<int> Run(string name, string file)
    {
        if (!TenantId.TryParse(name, out var tenant))
        {
            await Console.Error.WriteLineAsync($"'{name}' is no tenant: org_… or user_….");
            return CommandLine.Misused;
        }
        var variables = Variables.OfProcess();
        var database = variables.Database("DATABASE_URL_SILO");
        var masters = variables.Masters();
        if (database is null || masters is null)
            throw new ConfigurationException([.. variables.Problems.Select(problem => problem.ToString())]);

        await using var source = DataSources.Open(database, "export", most: 4);
        await using var services = new ServiceCollection()
            .AddTenantKeys(_ => source, masters)
            .AddPostgresEventStore(_ => source)
            .AddMedia(variables.Media())
            .AddSingleton(new TenantRows(source))
            .AddSingleton<TenantArchive>()
            .AddSingleton<ExportPages>()
            .BuildServiceProvider();
        try
        {
            await using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            var pages = services.GetRequiredService<ExportPages>();
            await services
                .GetRequiredService<TenantArchive>()
                .Write(tenant, after => pages.Next(tenant, after), to, CancellationToken.None);
            Console.WriteLine($"{file}: {to.Length:N0} bytes");
            return CommandLine.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ReadModelUnavailableException)
        {
            await Console.Error.WriteLineAsync($"{file}: {e.Message}");
            return CommandLine.Failed;
        }
    }
}
