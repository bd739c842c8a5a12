using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Writing;

/// <summary>The prompts, and how answers are read.</summary>
public static class WritingRegistration
{
    /// <summary>Adds <see cref="IWritingDesk"/>.</summary>
    public static IServiceCollection AddWritingDesk(this IServiceCollection services) => services.AddSingleton<IWritingDesk, WritingDesk>();
}
