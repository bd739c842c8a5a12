using System.Net;
using Campaigns.Domain.Generations;
using Campaigns.Grains.Generations;
using Campaigns.Integrations.VercelBlob;
using Campaigns.Silo.Failpoints;
using Campaigns.Silo.Prices;

namespace Campaigns.Silo.Configuration;

/// <summary>Turns the environment into <see cref="SiloSettings"/>, or into everything that is wrong with it.</summary>
internal static class SettingsReader
{
    /// <exception cref="ConfigurationException">Something is wrong; it says all of it.</exception>
    public static SiloSettings Read(Variables variables)
    {
        var settings = Collect(variables);
        return variables.Problems.Count == 0
            ? settings
            : throw new ConfigurationException([.. variables.Problems.Select(p => p.ToString())]);
    }

    /// <summary>Reads on over every problem. What comes back is whole only when <see cref="Variables.Problems"/> stayed empty.</summary>
    public static SiloSettings Collect(Variables variables)
    {
        var roles = ReadRoles(variables);
        var sandbox = variables.Flag("CAMPAIGNS_SANDBOX");
        var clerk = roles.HasFlag(ProcessRoles.Api) ? ReadClerk(variables, sandbox) : null;
        var origins = variables.Origins("CORS_ORIGINS");
        var gemini = ReadGemini(variables, sandbox);
        var models = ModelSettings.Read(variables, gemini, sandbox);
        return new()
        {
            Roles = roles,
            Sandbox = sandbox,
            SiloDatabase = roles.HasFlag(ProcessRoles.Silo) ? variables.Database("DATABASE_URL_SILO") : null,
            ApiDatabase = roles.HasFlag(ProcessRoles.Api) ? variables.Database("DATABASE_URL_API") : null,
            Cluster = ReadCluster(variables),
            Gemini = gemini,
            Models = models,
            Generations = ReadGenerations(variables, models),
            RubeMcp = variables.Provider("RUBE_MCP_URL", sandbox, "https://rube.app/mcp"),
            Clerk = clerk,
            PublicBaseUrl = variables.Own("PUBLIC_BASE_URL", "https://campaigns.example.com"),
            MasterKey = roles.HasFlag(ProcessRoles.Silo) ? variables.MasterKey() : null,
            FormerMasterKeys = roles.HasFlag(ProcessRoles.Silo) ? variables.FormerMasterKeys() : [],
            ErasureGrace = TimeSpan.FromDays(variables.Number("CAMPAIGNS_ERASURE_GRACE_DAYS", 7, sandbox ? 0 : 1, 90)),
            MediaFolder = Path.GetFullPath(variables.Text("CAMPAIGNS_MEDIA_DIR") ?? "media"),
            Blob = ReadBlob(variables, sandbox),
            Publishing = ReadPublishing(variables, sandbox),
            Prices = PriceFile.Read(variables)!, // null only with a problem, and then nothing starts
            Failpoint = ReadFailpoint(variables, sandbox),
            DrainDelay = variables.Seconds("CAMPAIGNS_DRAIN_SECONDS", 1, 0, 60),
            Telemetry = TelemetrySettings.Read(variables),
            Edge = EdgeSettings.Read(variables),
            CorsOrigins = origins.Count > 0 ? origins : clerk?.AuthorizedParties ?? [],
        };
    }

    private static GenerationSettings ReadGenerations(Variables variables, ModelSettings models) =>
        new()
        {
            Chains = Enum.GetValues<Capability>().ToDictionary(what => what, models.Chains.Of),
            MostCalls = variables.Number("AI_MOST_CALLS", 40, 1, 1_000),
            MostCallsOfOne = variables.Number("AI_MOST_CALLS_OF_TENANT", 25, 1, 1_000),
            LookEvery = variables.Seconds("AI_LOOK_SECONDS", 5, 1, 300),
        };

    private static ProcessRoles ReadRoles(Variables variables)
    {
        var roles = ProcessRoles.None;
        foreach (var word in variables.List("CAMPAIGNS_ROLES"))
        {
            switch (word.ToLowerInvariant())
            {
                case "silo":
                    roles |= ProcessRoles.Silo;
                    break;
                case "api":
                    roles |= ProcessRoles.Api;
                    break;
                default:
                    variables.Refuse("CAMPAIGNS_ROLES", $"holds '{word}'; there are silo and api", "silo,api");
                    break;
            }
        }

        return roles is ProcessRoles.None ? ProcessRoles.Both : roles;
    }

    private static BlobOptions? ReadBlob(Variables variables, bool sandbox)
    {
        var address = variables.Provider("VERCEL_BLOB_API_URL", sandbox, BlobOptions.VendorUrl.AbsoluteUri);
        if (variables.Text("BLOB_READ_WRITE_TOKEN") is not { } token)
            return null;
        var blob = new BlobOptions(address ?? BlobOptions.VendorUrl, token);
        if (blob.Store is null)
            variables.Refuse("BLOB_READ_WRITE_TOKEN", "is no token of a store of Vercel Blob", "vercel_blob_rw_STORE_SECRET");
        return blob;
    }

    private static ClusterSettings ReadCluster(Variables variables)
    {
        var address = IPAddress.Loopback;
        if (variables.Text("CAMPAIGNS_SILO_ADDRESS") is { } text && !IPAddress.TryParse(text, out address!))
            variables.Refuse("CAMPAIGNS_SILO_ADDRESS", "is no IP address under which the other silos reach this one", "10.0.0.12");
        var siloPort = variables.Port("CAMPAIGNS_SILO_PORT", 11111);
        var gatewayPort = variables.Port("CAMPAIGNS_GATEWAY_PORT", 30000);
        if (siloPort == gatewayPort)
            variables.Refuse("CAMPAIGNS_GATEWAY_PORT", "is the same as CAMPAIGNS_SILO_PORT", "30000");
        return new(variables.Text("CAMPAIGNS_CLUSTER_ID") ?? "campaigns", siloPort, gatewayPort, address ?? IPAddress.Loopback);
    }

    private static GeminiSettings? ReadGemini(Variables variables, bool sandbox)
    {
        var address = variables.Provider("GEMINI_BASE_URL", sandbox, "https://generativelanguage.googleapis.com/v1beta");
        return variables.Text("GEMINI_API_KEY") is { } key
            ? new(address, key, variables.Text("GEMINI_TEXT_MODEL"), variables.Text("GEMINI_IMAGE_MODEL"))
            : null;
    }

    private static ClerkSettings? ReadClerk(Variables variables, bool sandbox)
    {
        var issuer = ClerkIssuer.Read(variables, sandbox);
        var parties = variables.Origins("CLERK_AUTHORIZED_PARTIES");
        if (parties.Count == 0)
            variables.Required("CLERK_AUTHORIZED_PARTIES", "tokens of no front end would be believed", "https://app.example.com");
        var operators = variables.List("SUPER_ADMINS");
        if (operators.FirstOrDefault(id => !id.StartsWith("user_", StringComparison.Ordinal)) is { } stranger)
            variables.Refuse("SUPER_ADMINS", $"names '{stranger}', which is no user id", "user_2abc,user_2def");
        var webhookKey = ClerkWebhookSecret.Read(variables);
        return issuer is null ? null : new(issuer, parties, operators, webhookKey);
    }

    private static Failpoint? ReadFailpoint(Variables variables, bool sandbox)
    {
        const string name = "CAMPAIGNS_FAILPOINT";
        if (variables.Text(name) is not { } text)
            return null;
        if (!sandbox)
            variables.Refuse(name, "kills the process, for measurements in the sandbox: it must not be set anywhere else");
        else if (!Failpoint.TryParse(text, out var failpoint, out var complaint))
            variables.Refuse(name, complaint, "publish.after_call:3");
        else
            return failpoint;
        return null;
    }

    private static readonly TimeSpan BeforeTheCall = TimeSpan.FromSeconds(20);

    private static PublishingSettings ReadPublishing(Variables variables, bool sandbox)
    {
        const string deadline = "CAMPAIGNS_PUBLISH_DEADLINE_SECONDS";
        var before = sandbox ? TimeSpan.FromSeconds(1) : BeforeTheCall; // nobody is hurt there, and tests are in a hurry
        var publishing = new PublishingSettings(
            variables.Seconds("CAMPAIGNS_PUBLISH_CALL_TIMEOUT_SECONDS", 90, 1, 3600),
            variables.Seconds(deadline, 120, 2, 7200)
        );
        // A deadline that ends before the call does would read "not published yet" as "never published", and publish twice.
        // Between the intent's time and the call lie the append and the vault, each with a patience of its own.
        if (publishing.CallDeadline < publishing.CallTimeout + before)
            variables.Refuse(
                deadline,
                $"({publishing.CallDeadline.TotalSeconds:0}) must be at least {before.TotalSeconds:0} more than "
                    + $"CAMPAIGNS_PUBLISH_CALL_TIMEOUT_SECONDS ({publishing.CallTimeout.TotalSeconds:0}): until then a publish call may still be under way",
                $"{publishing.CallTimeout.TotalSeconds + 30:0}"
            );
        return publishing;
    }
}
