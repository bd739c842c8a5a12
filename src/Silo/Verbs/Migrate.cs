using Campaigns.Database;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;

namespace Campaigns.Silo.Verbs;

/// <summary><c>migrate</c>: brings the database up to date, as its owner.</summary>
internal static class Migrate
{
    public static async Task<int> Run(bool createRoles)
    {
        var variables = Variables.OfProcess();
        var owner = variables.Database("DATABASE_URL");
        var silo = createRoles ? variables.Database("DATABASE_URL_SILO") : null;
        var api = createRoles ? variables.Database("DATABASE_URL_API") : null;
        var sandbox = variables.Flag("CAMPAIGNS_SANDBOX");
        if (variables.Problems.Count > 0)
            throw new ConfigurationException([.. variables.Problems.Select(problem => problem.ToString())]);

        if (owner!.IsPooled)
            Console.Error.WriteLine("DATABASE_URL goes through a pooler; migrations are better run over the direct address.");
        await RefuseOtherWorld(owner, sandbox); // before anything is touched: the roles' passwords are the other world's too
        var applied = await DatabaseMigrator.Migrate(owner);
        foreach (var script in applied)
            Console.WriteLine($"applied {script}");
        if (applied.Count == 0)
            Console.WriteLine("up to date");

        if (createRoles)
        {
            await DatabaseMigrator.CreateRoles(owner, silo!, api!);
            Console.WriteLine($"{ServingRoles.Silo} and {ServingRoles.Api} can log in");
        }

        return CommandLine.Done;
    }

    private static async Task RefuseOtherWorld(PostgresUrl owner, bool sandbox)
    {
        await using var source = DataSources.Open(owner, "migrate", most: 1);
        await DatabaseStart.Wait(source, TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        await DatabaseWorld.Refuse(source, owner.Variable, sandbox);
    }
}
