namespace Campaigns.Integrations.Http;

/// <summary>Tells a call that never left from one whose answer was lost.</summary>
internal static class Sending
{
    /// <summary>Whether no byte of the request can have reached the other side's application.</summary>
    public static bool NeverSent(this HttpRequestException failure) =>
        failure.HttpRequestError
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
}
