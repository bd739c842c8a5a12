using Campaigns.Domain.Tenants;
using Campaigns.Integrations;
using Campaigns.Integrations.Vault;
using Campaigns.Keys;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;

namespace Campaigns.Silo.Verbs;

/// <summary><c>rotate-master-key</c> and <c>rotate-key</c>: other keys, beside live traffic.</summary>
internal static class RotateKeys
{
    /// <summary>Wraps by the current master key whatever a former one wrapped, and brings old tokens under their tenants' keys.</summary>
    public static Task<int> Master() =>
        With(async services =>
        {
            var wrapped = await services.GetRequiredService<IKeyRing>().Rewrap();
            var tokens = await services.GetRequiredService<ITokenResealing>().Reseal(CancellationToken.None);
            Console.WriteLine($"{wrapped} keys are wrapped anew, {tokens} tokens were brought under their tenants' keys");
            Console.WriteLine("No row needs a former master key any more: CAMPAIGNS_FORMER_MASTER_KEYS may go, with the links it signed");
        });

    /// <summary>Makes a new data key for one tenant.</summary>
    public static Task<int> Of(string name)
    {
        if (!TenantId.TryParse(name, out var tenant))
        {
            Console.Error.WriteLine($"'{name}' is no tenant: org_… or user_….");
            return Task.FromResult(CommandLine.Misused);
        }
        return With(async services =>
        {
            var keys = services.GetRequiredService<ITenantKeys>();
            var id = await keys.Rotate(tenant);
            Console.WriteLine($"{tenant} writes under {id}, everywhere within {keys.Lifetime.TotalSeconds:0} seconds");
        });
    }

    private static async Task<int> With(Func<IServiceProvider, Task> work)
    {
        var variables = Variables.OfProcess();
        var database = variables.Database("DATABASE_URL_SILO");
        var masters = variables.Masters();
        if (database is null || masters is null)
            throw new ConfigurationException([.. variables.Problems.Select(problem => problem.ToString())]);

        await using var source = DataSources.Open(database, "keys", most: 2);
        await using var services = new ServiceCollection()
            .AddTenantKeys(_ => source, masters)
            .AddTokenVault(_ => source)
            .BuildServiceProvider();
        await work(services);
        return CommandLine.Done;
    }
}
