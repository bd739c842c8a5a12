using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Campaigns.Keys;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;

namespace Campaigns.Silo.Verbs;

/// <summary><c>encrypt-log</c>: encrypts what was written before there were keys, as the owner of the log, beside live traffic.</summary>
internal static class EncryptLog
{
    public static async Task<int> Run()
    {
        var variables = Variables.OfProcess();
        var owner = variables.Database("DATABASE_URL");
        var masters = variables.Masters();
        if (owner is null || masters is null)
            throw new ConfigurationException([.. variables.Problems.Select(problem => problem.ToString())]);

        await using var source = DataSources.Open(owner, "encrypt", most: 3);
        await using var services = new ServiceCollection()
            .AddTenantKeys(_ => source, masters)
            .AddLogSealing(_ => source)
            .BuildServiceProvider();
        var sealing = services.GetRequiredService<ILogSealing>();
        var done = 0L;
        await foreach (var some in sealing.Seal())
        {
            done += some;
            await Console.Error.WriteLineAsync($"{done:N0} events are encrypted");
        }
        await sealing.Sweep();
        Console.WriteLine($"{done:N0} events were encrypted; none is plain");
        return CommandLine.Done;
    }
}
