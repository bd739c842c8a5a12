using Campaigns.Sandbox.Clerk;
using Campaigns.Sandbox.Fal;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Feed;
using Campaigns.Sandbox.Gemini;
using Campaigns.Sandbox.Instagram;
using Campaigns.Sandbox.Jobs;
using Campaigns.Sandbox.Journal;
using Campaigns.Sandbox.OpenRouter;
using Campaigns.Sandbox.Replicate;
using Campaigns.Sandbox.Rube;
using Campaigns.Sandbox.Veo;

namespace Campaigns.Sandbox;

/// <summary>A running sandbox: the outside world on one loopback port, one path prefix a vendor.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private SandboxHost(WebApplication app) => this.app = app;

    /// <summary>Where it answers, with the port it really got.</summary>
    public Uri Address => new(app.Services.GetRequiredService<BaseAddress>().Value);

    /// <summary>Starts listening. Throws <see cref="ArgumentException"/> for an address others could reach.</summary>
    public static async Task<SandboxHost> Start(SandboxSettings settings, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!SandboxArguments.IsLoopback(settings.Address))
            throw new ArgumentException("The sandbox listens on loopback only.", nameof(settings));

        var app = Build(settings);
        // What the data folder holds is read now: a folder that cannot be used stops the start, not the first call.
        app.Services.GetRequiredService<ClerkKeys>();
        app.Services.GetRequiredService<InstagramPlatform>();
        await app.StartAsync(ct);
        var sandbox = new SandboxHost(app);
        await sandbox.RefuseOpenDoors();
        return sandbox;
    }

    /// <summary>Completes when the process is asked to stop.</summary>
    public Task WaitForShutdown() => app.WaitForShutdownAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Settings from the environment could have added an address.</summary>
    private async Task RefuseOpenDoors()
    {
        if (app.Urls.All(url => SandboxArguments.IsLoopback(new Uri(url))))
            return;
        await DisposeAsync();
        throw new InvalidOperationException("The environment makes the sandbox listen beyond loopback.");
    }

    private static WebApplication Build(SandboxSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Address.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 100 * 1024 * 1024);
        // As JSON: what a caller sends must not begin a line of its own.
        builder.Logging.ClearProviders().AddJsonConsole(json => json.UseUtcTimestamp = true).SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("ModelContextProtocol", LogLevel.None); // a caller's mistakes; the journal has them
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // a failed start is reported once, in words

        builder.Services.AddSingleton(settings).AddSingleton(settings.Clock).AddSingleton<BaseAddress>().AddHttpContextAccessor();
        builder.Services.AddJournal().AddFaults().AddGemini().AddClerk().AddInstagram().AddRube();
        builder.Services.AddSingleton<JobBook>().AddVeo().AddOpenRouter().AddReplicate().AddFal();

        var app = builder.Build();
        app.MapGet("/health", () => "ok");
        app.MapJournal();
        app.MapFaults();
        app.MapFeed();
        app.MapGemini();
        app.MapVeo();
        app.MapOpenRouter();
        app.MapReplicate();
        app.MapFal();
        app.MapClerk();
        app.MapRube();
        return app;
    }
}
