using Campaigns.Silo.Configuration;

namespace Campaigns.Silo.Tests;

/// <summary>An environment in which nothing is wrong, to be spoiled by a test.</summary>
internal static class GoodEnvironment
{
    public const string MasterKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    public static Variables With(params (string Name, string? Value)[] changes)
    {
        var variables = new Dictionary<string, string?>
        {
            ["DATABASE_URL_SILO"] = "postgresql://campaigns_silo:hush-silo@db.example.com/campaigns?sslmode=require",
            ["DATABASE_URL_API"] = "postgresql://campaigns_api:hush-api@db.example.com/campaigns?sslmode=require",
            ["CAMPAIGNS_MASTER_KEY"] = MasterKey,
            ["CLERK_ISSUER"] = "https://clever-cat-1.clerk.accounts.dev",
            ["CLERK_AUTHORIZED_PARTIES"] = "https://app.example.com",
            ["GEMINI_API_KEY"] = "hush-gemini",
            ["PUBLIC_BASE_URL"] = "https://campaigns.example.com",
        };
        foreach (var (name, value) in changes)
            variables[name] = value;
        return new(name => variables.GetValueOrDefault(name));
    }
}
