using Campaigns.Integrations.Gemini;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.Tests.Media;
using Campaigns.Integrations.Tests.Rube;
using Campaigns.Integrations.Writing;
using Campaigns.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests.Sandbox;

/// <summary>A sandbox, and every adapter turned on it.</summary>
public sealed class AdaptersAtTheSandbox : IAsyncLifetime
{
    private SandboxHost sandbox = null!;
    private InstagramAtHand instagram = null!;
    private ServiceProvider gemini = null!;

    /// <summary>To the sandbox's own doors: its faults and its journal.</summary>
    internal HttpClient Http { get; } = new();

    internal MediaAtHand Media { get; private set; } = null!;

    internal IInstagram Instagram => instagram.Instagram;

    internal InstagramAccount Account { get; private set; } = null!;

    internal ITextModels Models => gemini.GetRequiredService<ITextModels>();

    internal IWritingDesk Desk => gemini.GetRequiredService<IWritingDesk>();

    internal IMediaModels Images => gemini.GetRequiredService<IMediaModels>();

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.Start(new SandboxSettings { Address = new Uri("http://127.0.0.1:0") });
        Http.BaseAddress = sandbox.Address;
        Media = await MediaAtHand.Start();
        instagram = new(new Uri(sandbox.Address, "rube/"));
        gemini = new ServiceCollection()
            .AddGemini(new GeminiOptions(new Uri(sandbox.Address, "gemini/v1beta"), "sandbox-key"))
            .AddWritingDesk()
            .BuildServiceProvider();
        var user = (await Instagram.WhoIs(InstagramAtHand.Token, CancellationToken.None)).Value();
        Account = InstagramAtHand.Bakery with { UserId = user.Id };
    }

    /// <summary>No faults are pending, and nothing is in the journal.</summary>
    public async Task StartAfresh()
    {
        (await Http.DeleteAsync(new Uri("/_faults", UriKind.Relative))).EnsureSuccessStatusCode();
        (await Http.DeleteAsync(new Uri("/_journal", UriKind.Relative))).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await gemini.DisposeAsync();
        await instagram.DisposeAsync();
        await Media.DisposeAsync();
        await sandbox.DisposeAsync();
        Http.Dispose();
    }
}
