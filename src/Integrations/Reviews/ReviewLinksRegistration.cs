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
        return services.AddSingleton<IReviewLinks>(new SignedReviewLinks(options.MasterKey.Span));
    }
}

/// <summary>How links are signed.</summary>
/// <param name="MasterKey">32 random bytes. With another one, every link is void: invite anew.</param>
public sealed record ReviewLinkOptions(ReadOnlyMemory<byte> MasterKey);
