namespace Campaigns.Silo.Configuration;

/// <summary>A variable that means something here, or meant something to the system that this one replaces.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it is for, or why it is not used.</param>
/// <param name="Use">Whether anything reads it.</param>
internal sealed record KnownVariable(string Name, string Meaning, VariableUse Use = VariableUse.Optional);

/// <summary>What leaving a variable out means.</summary>
internal enum VariableUse
{
    /// <summary>There is a default, or a part that does without.</summary>
    Optional,

    /// <summary>Nothing starts without it; <see cref="SettingsReader"/> says so.</summary>
    Needed,

    /// <summary>Nothing here reads it.</summary>
    Unused,
}

/// <summary>Every variable that <c>doctor</c> speaks about. <c>.env.example</c> lists the same.</summary>
internal static class KnownVariables
{
    public static IReadOnlyList<KnownVariable> All { get; } =
    [
        new("DATABASE_URL", "the database, as the owner of its tables: migrations need it"),
        new("DATABASE_URL_SILO", "the database, as campaigns_silo", VariableUse.Needed),
        new("DATABASE_URL_API", "the database, as campaigns_api", VariableUse.Needed),
        new("CAMPAIGNS_MASTER_KEY", "wraps the keys that everything is encrypted under", VariableUse.Needed),
        new("CAMPAIGNS_FORMER_MASTER_KEYS", "master keys that it took the place of, between commas: what they wrapped still opens"),
        new("CLERK_ISSUER", "whose session tokens are believed; VITE_CLERK_PUBLISHABLE_KEY tells it too"),
        new("VITE_CLERK_PUBLISHABLE_KEY", "tells the issuer of session tokens"),
        new("CLERK_AUTHORIZED_PARTIES", "origins of the front ends whose tokens are believed", VariableUse.Needed),
        new("CLERK_WEBHOOK_SECRET", "lets Clerk tell names and members to /webhooks/clerk; without it people are known by id alone"),
        new("GEMINI_API_KEY", "without it Gemini and Veo are switched off: models that write, draw, speak and film"),
        new("GEMINI_BASE_URL", "another address of Gemini, up to /v1beta"),
        new("GEMINI_TEXT_MODEL", "another model that writes"),
        new("GEMINI_IMAGE_MODEL", "another model that draws"),
        new("AI_MOST_CALLS", "how many calls to models a silo makes side by side"),
        new("AI_MOST_CALLS_OF_TENANT", "how many of them for one tenant"),
        new("AI_LOOK_SECONDS", "how often a provider is asked how far it is with a clip"),
        new("CAMPAIGNS_PRICES", "another file of what AI models cost"),
        new("OPENROUTER_API_KEY", "without it OpenRouter is switched off: other models that write"),
        new("OPENROUTER_BASE_URL", "another address of OpenRouter, up to /api/v1"),
        new("REPLICATE_API_TOKEN", "without it Replicate is switched off: another model that draws"),
        new("REPLICATE_BASE_URL", "another address of Replicate, up to /v1"),
        new("FAL_KEY", "without it FAL is switched off: other models that film"),
        new("FAL_QUEUE_URL", "another address of FAL's queue"),
        new("CAMPAIGNS_TEXT_MODELS", "which models write, in order: provider:model between commas"),
        new("CAMPAIGNS_IMAGE_MODELS", "which models draw"),
        new("CAMPAIGNS_VIDEO_MODELS", "which models film"),
        new("CAMPAIGNS_SPEECH_MODELS", "which models speak"),
        new("CAMPAIGNS_TEXT_TIMEOUT_SECONDS", "how long one text may take"),
        new("CAMPAIGNS_IMAGE_TIMEOUT_SECONDS", "how long one picture may take that comes with its answer"),
        new("CAMPAIGNS_SPEECH_TIMEOUT_SECONDS", "how long one voice may take"),
        new("CAMPAIGNS_JOB_CALL_TIMEOUT_SECONDS", "how long a call may take that begins, looks at or stops a provider's job"),
        new("CAMPAIGNS_FILE_TIMEOUT_SECONDS", "how long reading a made file may take"),
        new("RUBE_MCP_URL", "another address of Rube"),
        new("PUBLIC_BASE_URL", "where the platform fetches pictures: without it nothing can be scheduled"),
        new("CAMPAIGNS_MEDIA_DIR", "folder of the pictures and videos; with BLOB_READ_WRITE_TOKEN only where videos wait"),
        new("BLOB_READ_WRITE_TOKEN", "keeps pictures and videos on Vercel Blob; without it they are in CAMPAIGNS_MEDIA_DIR"),
        new("VERCEL_BLOB_API_URL", "another address of Vercel Blob"),
        new("CAMPAIGNS_ERASURE_GRACE_DAYS", "how long the erasure of a tenant can be taken back; 7 without it"),
        new("CAMPAIGNS_SANDBOX", "lets stand-ins on this machine take the providers' places"),
        new("CAMPAIGNS_FAILPOINT", "kills the process at that place, in the sandbox only"),
        new("CAMPAIGNS_ROLES", "silo, api or both"),
        new("CAMPAIGNS_CLUSTER_ID", "silos of one id and one database are one cluster"),
        new("CAMPAIGNS_SILO_PORT", "where other silos reach this one"),
        new("CAMPAIGNS_GATEWAY_PORT", "where processes that serve only the API reach this one"),
        new("CAMPAIGNS_SILO_ADDRESS", "the IP address that others are told; loopback without it"),
        new("CAMPAIGNS_PUBLISH_CALL_TIMEOUT_SECONDS", "how long a publish call may take"),
        new("CAMPAIGNS_PUBLISH_DEADLINE_SECONDS", "after that long a publish call cannot be under way any more"),
        new("CAMPAIGNS_DRAIN_SECONDS", "how long it still answers, not ready any more, once told to stop"),
        new("CORS_ORIGINS", "front ends whose browsers may call; CLERK_AUTHORIZED_PARTIES without it"),
        new("TRUSTED_PROXIES", "proxies that say where a request comes from: addresses and networks, between commas"),
        new("CAMPAIGNS_PERSISTED_DOCUMENTS", "folder or file of GraphQL documents that may be asked for by hash"),
        new("CAMPAIGNS_PERSISTED_ONLY", "true executes no other documents"),
        new("CAMPAIGNS_NO_INTROSPECTION", "true tells nobody the schema"),
        new("CAMPAIGNS_API_REQUESTS_PER_PERSON", "operations of one person within the window"),
        new("CAMPAIGNS_API_REQUESTS_PER_TENANT", "operations of one tenant within the window"),
        new("CAMPAIGNS_API_WINDOW_SECONDS", "that window's length"),
        new("CAMPAIGNS_AI_REQUESTS_PER_PERSON", "requests to AI providers of one person within the window"),
        new("CAMPAIGNS_AI_REQUESTS_PER_TENANT", "requests to AI providers of one tenant within the window"),
        new("CAMPAIGNS_AI_WINDOW_SECONDS", "that window's length"),
        new("SUPER_ADMINS", "user ids of those who operate the system: user_…, between commas"),
        new("CAMPAIGNS_METRICS_TOKEN", "opens /metrics to whoever has it; without it the page is there on this machine only"),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "where traces and metrics are sent; without it no trace is made"),
        new("OTEL_SDK_DISABLED", "true sends nothing away after all"),
        new("OTEL_TRACES_SAMPLER", "which traces are kept; all without it"),
        new("OTEL_TRACES_SAMPLER_ARG", "what share of them"),
        new("CLERK_SECRET_KEY", "tokens are checked offline", VariableUse.Unused),
        new("CLERK_API_URL", "Clerk's backend is not called", VariableUse.Unused),
        new("RUBE_TOKEN", "every account is connected with a token of its own", VariableUse.Unused),
        new("EVENTSTORE_URL", "the log is on Postgres", VariableUse.Unused),
        new("REDIS_URL", "no Redis is needed", VariableUse.Unused),
    ];
}
