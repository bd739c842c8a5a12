using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Http;

/// <summary>How connections to the outside are made, for every provider alike.</summary>
internal static class OutsideHttp
{
    /// <summary>
    /// No redirects: .NET would carry a provider's own key header to the new host. No cookies. Adapters live as long as the process, so the
    /// handler must notice new addresses by itself. Deadlines are each call's own. Of traces providers are told nothing: theirs are not ours.
    /// </summary>
    public static IHttpClientBuilder WithCarefulHandler(this IHttpClientBuilder builder, long maxAnswerBytes) =>
        builder
            .ConfigureHttpClient(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = maxAnswerBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    /// <summary>As <see cref="WithCarefulHandler"/> makes them.</summary>
    public static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        };
}
