using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations;
using Campaigns.Integrations.Members;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;

namespace Campaigns.Silo.Verbs;

/// <summary><c>erase-person</c>: erases a person's name and address in every tenant, for good. What they did stays, by id alone.</summary>
internal static class ErasePerson
{
    public static async Task<int> Run(string person)
    {
        if (!person.StartsWith("user_", StringComparison.Ordinal) || !TenantId.TryParse(person, out _))
        {
            Console.Error.WriteLine("A person's id is user_ and up to 60 letters, digits or underscores.");
            return CommandLine.Misused;
        }

        var variables = Variables.OfProcess();
        var database =
            variables.Database("DATABASE_URL_SILO")
            ?? throw new ConfigurationException([.. variables.Problems.Select(problem => problem.ToString())]);
        await using var source = DataSources.Open(database, "erase-person", most: 1);
        await using var services = new ServiceCollection().AddMemberDirectory(_ => source).BuildServiceProvider();
        var known = await services
            .GetRequiredService<IMemberDirectory>()
            .EraseEverywhere(ActorId.Parse(person), TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Console.WriteLine(
            $"{person}: erased where they were known, in {known} {(known == 1 ? "tenant" : "tenants")}; later news of them are passed over"
        );
        return CommandLine.Done;
    }
}
