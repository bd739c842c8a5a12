using Campaigns.EventStore.Postgres;
using Campaigns.Integrations.Erasure;
using Campaigns.Integrations.Media;
using Campaigns.Keys;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Erasures;
using Campaigns.Silo.Hosting;

namespace Campaigns.Silo.Verbs;

/// <summary><c>erasures</c> and <c>reapply-erasures</c>: which tenants were erased, and erasing them anew after a restore.</summary>
internal static class Erasures
{
    /// <summary>Prints the certificates, a line each. Kept beside backups: an older one does not know of them.</summary>
    public static Task<int> Print() =>
        With(async services =>
        {
            await foreach (var certificate in services.GetRequiredService<Certificates>().InLog())
                Console.WriteLine(Certificates.Line(certificate));
            return CommandLine.Done;
        });

    /// <summary>Erases anew whom the log's certificates name, and those of a file.</summary>
    public static async Task<int> Reapply(string? file)
    {
        IReadOnlyList<Certificate> kept;
        try
        {
            kept = file is null ? [] : Certificates.InFile(await File.ReadAllLinesAsync(file));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file}: {e.Message}");
            return CommandLine.Misused;
        }
        return await With(services => Reapply(services, kept));
    }

    private static async Task<int> Reapply(IServiceProvider services, IReadOnlyList<Certificate> kept)
    {
        var certificates = services.GetRequiredService<Certificates>();
        var known = kept.Concat(await certificates.InLog().ToListAsync()).DistinctBy(one => one.Tenant).ToList();
        var code = CommandLine.Done;
        foreach (var certificate in known)
            if (await services.GetRequiredService<RestoredErasures>().Reapply(certificate))
                Console.WriteLine($"{certificate.Tenant} is erased");
            else
            {
                await Console.Error.WriteLineAsync(
                    $"{certificate.Tenant} has plain events: run `./campaigns encrypt-log` first, then this again"
                );
                code = CommandLine.Failed;
            }
        foreach (var tenant in await certificates.Begun())
            Console.WriteLine($"the erasure of {tenant} has begun, and goes on once a silo serves");
        Console.WriteLine($"{known.Count} tenants were looked at");
        return code;
    }

    private static async Task<int> With(Func<IServiceProvider, Task<int>> work)
    {
        var variables = Variables.OfProcess();
        var database = variables.Database("DATABASE_URL_SILO");
        var masters = variables.Masters();
        if (database is null || masters is null)
            throw new ConfigurationException([.. variables.Problems.Select(problem => problem.ToString())]);

        await using var source = DataSources.Open(database, "erasures", most: 4);
        await using var services = new ServiceCollection()
            .AddTenantKeys(_ => source, masters)
            .AddPostgresEventStore(_ => source)
            .AddTenantRemains(_ => source)
            .AddMedia(variables.Media())
            .AddSingleton<Certificates>()
            .AddSingleton<RestoredErasures>()
            .BuildServiceProvider();
        return await work(services);
    }
}
