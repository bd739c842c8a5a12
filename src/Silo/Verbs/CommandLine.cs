using Campaigns.Database;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;
using Npgsql;

namespace Campaigns.Silo.Verbs;

/// <summary>What the executable understands, and what its exit codes mean.</summary>
internal static class CommandLine
{
    /// <summary>It did what was asked.</summary>
    public const int Done = 0;

    /// <summary>It could not: something is away or broken.</summary>
    public const int Failed = 1;

    /// <summary>It was called wrongly.</summary>
    public const int Misused = 2;

    /// <summary>The configuration forbids it (EX_CONFIG).</summary>
    public const int Misconfigured = 78;

    private const string Usage = """
        Usage: campaigns-silo [--urls http://ADDRESS:PORT]   serve, as the environment says
               campaigns-silo migrate [--create-roles]       bring the database up to date
               campaigns-silo events STREAM [--json]         print the events of a stream, in plain text
               campaigns-silo rotate-master-key              wrap by the master key whatever a former one wrapped
               campaigns-silo rotate-key TENANT              encrypt what a tenant writes from now on under a new key
               campaigns-silo encrypt-log                    encrypt what was written before there were keys
               campaigns-silo export TENANT FILE             write everything of a tenant into a zip archive
               campaigns-silo erasures                       print the certificates of erased tenants, to be kept beside backups
               campaigns-silo reapply-erasures [FILE]        after a restore: erase anew whom the log and that file name
               campaigns-silo rebuild NAME [--json]          build a read model anew beside the one that is read, and switch
               campaigns-silo rebuild NAME --back [--json]   return to the build that was read before
               campaigns-silo rebuild NAME --retry           try again what a projection could not take in
               campaigns-silo rebuild --list [--json]        say where every build stands
               campaigns-silo erase-person USER              erase name and address of a person in every tenant, for good
               campaigns-silo sweep-media --dry-run [--json] list the stored files that nothing points at, which a silo will delete
               campaigns-silo verify-evidence FILE [HEAD]    check an evidence pack, and that its head is this hash; needs nothing else
               campaigns-silo doctor [--json]                say what is set, missing or wrong
               campaigns-silo health [--urls ADDRESS]        ask the process that serves there whether it is ready
        """;

    public static async Task<int> Run(string[] args)
    {
        try
        {
            return args switch
            {
                [] or ["--urls", not ""] => await Serve.Run(args),
                ["migrate"] => await Migrate.Run(createRoles: false),
                ["migrate", "--create-roles"] => await Migrate.Run(createRoles: true),
                ["events", var stream] => await Events.Run(stream, asJson: false),
                ["events", var stream, "--json"] => await Events.Run(stream, asJson: true),
                ["rotate-master-key"] => await RotateKeys.Master(),
                ["rotate-key", not ['-', ..] and var tenant] => await RotateKeys.Of(tenant),
                ["encrypt-log"] => await EncryptLog.Run(),
                ["export", not ['-', ..] and var tenant, not ['-', ..] and var file] => await Export.Run(tenant, file),
                ["erasures"] => await Erasures.Print(),
                ["reapply-erasures"] => await Erasures.Reapply(file: null),
                ["reapply-erasures", not ['-', ..] and var file] => await Erasures.Reapply(file),
                ["rebuild", "--list"] => await Rebuild.List(asJson: false),
                ["rebuild", "--list", "--json"] => await Rebuild.List(asJson: true),
                ["rebuild", not ['-', ..] and var name] => await Rebuild.Run(name, Rebuild.Wish.Anew, asJson: false),
                ["rebuild", not ['-', ..] and var name, "--json"] => await Rebuild.Run(name, Rebuild.Wish.Anew, asJson: true),
                ["rebuild", not ['-', ..] and var name, "--back"] => await Rebuild.Run(name, Rebuild.Wish.Back, asJson: false),
                ["rebuild", not ['-', ..] and var name, "--back", "--json"] => await Rebuild.Run(name, Rebuild.Wish.Back, asJson: true),
                ["rebuild", not ['-', ..] and var name, "--retry"] => await Rebuild.Run(name, Rebuild.Wish.Retry, asJson: false),
                ["erase-person", not ['-', ..] and var person] => await ErasePerson.Run(person),
                ["sweep-media", "--dry-run"] => await SweepMedia.DryRun(asJson: false),
                ["sweep-media", "--dry-run", "--json"] => await SweepMedia.DryRun(asJson: true),
                ["verify-evidence", not ['-', ..] and var file] => await VerifyEvidence.Run(file, head: null),
                ["verify-evidence", not ['-', ..] and var file, var head] => await VerifyEvidence.Run(file, head),
                ["doctor"] => await Doctor.Run(asJson: false),
                ["doctor", "--json"] => await Doctor.Run(asJson: true),
                ["health"] => await AskReady.Run(null),
                ["health", "--urls", var urls] => await AskReady.Run(urls),
                ["help" or "--help" or "-h"] => Explain(Console.Out, Done),
                _ => Explain(Console.Error, Misused),
            };
        }
        catch (Exception e) when (e is ConfigurationException or DatabaseConfigurationException)
        {
            var problems = e is ConfigurationException several ? several.Problems : [e.Message];
            return Complain(problems, Misconfigured);
        }
        catch (Exception e)
            when (e
                    is NpgsqlException
                        or DatabaseAwayException
                        or MigrationFailedException
                        or EventStore.EventStoreUnavailableException
                        or Keys.KeysUnavailableException
                        or Keys.TenantErasedException
                        or Integrations.TokenVaultUnavailableException
                        or Integrations.TokenUnreadableException
                        or Integrations.TenantRemainsUnavailableException
            )
        {
            return Complain([e.Message], Failed);
        }
    }

    private static int Explain(TextWriter to, int code)
    {
        to.WriteLine(Usage);
        return code;
    }

    private static int Complain(IReadOnlyList<string> problems, int code)
    {
        Console.Error.WriteLine(problems.Count == 1 ? "campaigns-silo: one problem" : $"campaigns-silo: {problems.Count} problems");
        foreach (var problem in problems)
            Console.Error.WriteLine($"  {problem}");
        return code;
    }
}
