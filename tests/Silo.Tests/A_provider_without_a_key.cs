using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Integrations;
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

    private static void Misconfigured(Problem problem)
    {
        Assert.Equal(ProblemClass.Misconfigured, problem.Class);
        Assert.Contains("GEMINI_API_KEY", problem.Message, StringComparison.Ordinal);
    }
}
