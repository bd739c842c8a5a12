using Npgsql;

namespace Campaigns.RunningSystem.Secrets;

/// <summary>A system whose every secret can be told from all else that is written.</summary>
public sealed class MarkedSystem : LiveSystem
{
    private static readonly byte[] MarkedKey = [.. "marked-master-key-of-the-tests!!"u8];

    /// <summary>The environment's secrets, by name. A new one belongs here.</summary>
    private static readonly Dictionary<string, string> Marked = new()
    {
        ["CAMPAIGNS_MASTER_KEY"] = Convert.ToBase64String(MarkedKey),
        ["GEMINI_API_KEY"] = "marked-gemini-key-5f0c2a",
        ["CLERK_SECRET_KEY"] = "sk_test_marked9c1f7e0b",
        ["CLERK_WEBHOOK_SECRET"] = $"whsec_{Convert.ToBase64String("marked-clerk-webhook-key"u8)}",
    };

    /// <summary>What must be found nowhere, by what it is.</summary>
    internal Dictionary<string, string> Secrets { get; } = [];

    protected override Task Adjust(Dictionary<string, string> environment)
    {
        foreach (var (name, value) in Marked)
            environment[name] = Secrets[name] = value;
        Secrets["the master key's bytes"] = System.Text.Encoding.Latin1.GetString(MarkedKey);
        Secrets["the master key in hex"] = Convert.ToHexString(MarkedKey);
        Secrets["CAMPAIGNS_METRICS_TOKEN"] = MetricsToken;
        foreach (var address in (string[])[Database.OwnerConnectionString, Database.SiloConnectionString, Database.ApiConnectionString])
        {
            var settings = new NpgsqlConnectionStringBuilder(address);
            Secrets[$"the password of {settings.Username}"] = settings.Password!;
        }
        return Task.CompletedTask;
    }
}
