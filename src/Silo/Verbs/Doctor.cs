using System.Text.Json;
using Campaigns.Database;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Campaigns.Silo.Verbs;

/// <summary><c>doctor</c>: which variables are set, missing, wrong or unused, and whether the database can be served from. Shows no values.</summary>
internal static class Doctor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private sealed record Finding(string Name, string State, string Says);

    public static async Task<int> Run(bool asJson)
    {
        var variables = Variables.OfProcess();
        var settings = SettingsReader.Collect(variables);
        var findings = Words(variables).ToList();
        foreach (var url in DatabaseGate.Databases(settings))
            findings.Add(await Database(url, settings));

        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(new { Checks = findings }, JsonSerializerOptions.Web));
        else
            findings.ForEach(finding => Console.WriteLine($"{finding.State, -5} {finding.Name, -38} {finding.Says}"));
        return findings.Exists(finding => finding.State == "bad") ? CommandLine.Failed : CommandLine.Done;
    }

    private static IEnumerable<Finding> Words(Variables variables)
    {
        var wrong = variables.Problems.ToLookup(problem => problem.Variable);
        foreach (var known in KnownVariables.All)
        {
            var isSet = variables.Text(known.Name) is not null;
            foreach (var problem in wrong[known.Name])
                yield return new(known.Name, "bad", problem.Example is { } example ? $"{problem.Wrong}, such as {example}" : problem.Wrong);
            if (wrong[known.Name].Any())
                continue;
            if (known.Use is VariableUse.Unused)
            {
                if (isSet)
                    yield return new(known.Name, "note", $"set, but not used: {known.Meaning}");
            }
            else
                yield return isSet ? new(known.Name, "ok", "set") : new(known.Name, "note", $"not set: {known.Meaning}");
        }
    }

    private static async Task<Finding> Database(PostgresUrl url, SiloSettings settings)
    {
        var name = $"database of {url.Variable}";
        try
        {
            var problem = await DatabaseGate.Problem(url, settings, Patience, NullLogger.Instance, CancellationToken.None);
            return problem is null ? new(name, "ok", $"{url} answers, and its schema is up to date") : new(name, "bad", problem);
        }
        catch (DatabaseAwayException e)
        {
            return new(name, "bad", e.Message);
        }
    }
}
