using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Reviews;

/// <summary>The links of reviewers.</summary>
public static class ReviewLinksRegistration
{
    /// <summary>Adds <see cref="IReviewLinks"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="options">The key.</param>
    /// <exception cref="ArgumentException">The master key is too short.</exception>
    public static IServiceCollection AddReviewLinks(this IServiceCollection services, ReviewLinkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return services.AddSingleton<IReviewLinks>(new SignedReviewLinks([options.MasterKey, .. options.FormerMasterKeys]));
    }
}

/// <summary>How links are signed.</summary>
/// <param name="MasterKey">32 random bytes; signs new links.</param>
public sealed record ReviewLinkOptions(ReadOnlyMemory<byte> MasterKey)
{
    /// <summary>Those whose links are still good. A link of any other is void: invite anew.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> FormerMasterKeys { get; init; } = [];
}
