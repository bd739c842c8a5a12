using System.Net.Http.Json;
using System.Text.Json;
using Campaigns.Integrations.Fal;
using Campaigns.Integrations.Gemini;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.OpenRouter;
using Campaigns.Integrations.Replicate;
using Campaigns.Integrations.Veo;
using Campaigns.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests.Sandbox;

/// <summary>A sandbox in a hurry, and the models of every provider turned on it.</summary>
public sealed class ModelsAtTheSandbox : IAsyncLifetime
{
    private SandboxHost sandbox = null!;
    private ServiceProvider models = null!;

    internal HttpClient Http { get; } = new();

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.Start(
            new SandboxSettings
            {
                Address = new Uri("http://127.0.0.1:0"),
                ClipDelay = TimeSpan.FromMilliseconds(200),
                PictureDelay = TimeSpan.FromMilliseconds(200),
            }
        );
        Http.BaseAddress = sandbox.Address;
        models = new ServiceCollection()
            .AddSingleton(new CircuitOptions { Failures = int.MaxValue }) // what fails here is meant to
            .AddGemini(new(At("gemini/v1beta"), "key"))
            .AddVeo(new(At("gemini/v1beta"), "key") { LoopbackAllowed = true })
            .AddOpenRouter(new(At("openrouter/api/v1"), "key") { Timeout = TimeSpan.FromSeconds(30) })
            .AddReplicate(new(At("replicate/v1"), "key") { LoopbackAllowed = true })
            .AddFal(new(At("fal"), "key") { LoopbackAllowed = true })
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await sandbox.DisposeAsync();
        Http.Dispose();
    }

    internal ITextModels Text(string provider) => models.GetServices<ITextModels>().Single(one => one.Provider == provider);

    internal IMediaModels Media(string provider) => models.GetServices<IMediaModels>().Single(one => one.Provider == provider);

    internal async Task Fault(object fault)
    {
        using var reply = await Http.PostAsJsonAsync("/_faults", fault);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
    }

    internal async Task<JsonElement[]> Journal(string provider, string operation) =>
        [.. (await Http.GetFromJsonAsync<JsonElement>($"/_journal?provider={provider}&operation={operation}")).EnumerateArray()];

    private Uri At(string path) => new(sandbox.Address, path);
}
