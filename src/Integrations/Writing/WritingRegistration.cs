using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Writing;

/// <summary>The writer of campaigns.</summary>
public static class WritingRegistration
{
    /// <summary>Adds <see cref="ICampaignWriter"/> on top of whichever <see cref="ITextGenerator"/> there is.</summary>
    public static IServiceCollection AddCampaignWriter(this IServiceCollection services) =>
        services.AddSingleton<ICampaignWriter, CampaignWriter>();
}
