using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Integrations;
using Campaigns.Integrations.Models;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Silo.Tests;

public sealed class A_provider_without_a_key
{
    private readonly ServiceProvider services;

    public A_provider_without_a_key()
    {
        var container = new ServiceCollection();
        container.AddProviders(SettingsReader.Read(GoodEnvironment.With(("GEMINI_API_KEY", null), ("CAMPAIGNS_SANDBOX", "true"))));
        services = container.BuildServiceProvider();
    }

    [Fact]
    public async Task does_not_write_and_names_the_variable()
    {
        var reply = await services.GetRequiredService<ITextGenerator>().Write(new("", "", []), CancellationToken.None);

        Misconfigured(Assert.IsType<Reply<GeneratedText>.Broken>(reply).Problem);
    }

    [Fact]
    public async Task does_not_draw_and_names_the_variable()
    {
        var reply = await services.GetRequiredService<IImageGenerator>().Draw(new("", AspectRatio.Square), CancellationToken.None);

        Misconfigured(Assert.IsType<Reply<GeneratedImage>.Broken>(reply).Problem);
    }

    [Fact]
    public void is_not_there()
    {
        Assert.Empty(services.GetServices<ITextModels>());
        Assert.Empty(services.GetServices<IMediaModels>());
    }

    [Fact]
    public async Task leaves_those_that_have_one()
    {
        var container = new ServiceCollection();
        container.AddProviders(
            SettingsReader.Read(GoodEnvironment.With(("OPENROUTER_API_KEY", "hush"), ("REPLICATE_API_TOKEN", "hush"), ("FAL_KEY", "hush")))
        );
        await using var all = container.BuildServiceProvider();

        Assert.Equal(["gemini", "openrouter"], all.GetServices<ITextModels>().Select(models => models.Provider));
        Assert.Equal(["gemini", "veo", "replicate", "fal"], all.GetServices<IMediaModels>().Select(models => models.Provider));
    }

    private static void Misconfigured(Problem problem)
    {
        Assert.Equal(ProblemClass.Misconfigured, problem.Class);
        Assert.Contains("GEMINI_API_KEY", problem.Message, StringComparison.Ordinal);
    }
}
