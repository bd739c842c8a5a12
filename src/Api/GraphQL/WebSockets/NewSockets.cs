using System.Net;
using Campaigns.Api.GraphQL.Subscriptions;

namespace Campaigns.Api.GraphQL.WebSockets;

/// <summary>Counts the sockets over which nobody was let in yet: whoever opens one has shown nothing.</summary>
internal sealed class NewSockets(GraphQLLimits limits)
{
    private readonly Places all = new(limits.NewSockets);
    private readonly Places ofAddress = new(limits.NewSocketsPerAddress);

    /// <summary>Counts one more until it is disposed of; null when there are too many.</summary>
    /// <param name="from">The address that it comes from.</param>
    public IDisposable? Enter(IPAddress? from)
    {
        if (all.Enter("") is not { } place)
            return null;
        if (from is null || IPAddress.IsLoopback(from))
            return place;
        if (ofAddress.Enter(from.ToString()) is { } own)
            return new Both(place, own);
        place.Dispose();
        return null;
    }

    private sealed class Both(IDisposable one, IDisposable other) : IDisposable
    {
        public void Dispose()
        {
            one.Dispose();
            other.Dispose();
        }
    }
}
