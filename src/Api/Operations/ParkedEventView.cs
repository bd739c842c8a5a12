using Campaigns.Projections.Engine;
using GraphQL;

namespace Campaigns.Api.Operations;

/// <summary>An event that a projection could not take in. What the event says is not told.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Event">Its stored name.</param>
/// <param name="Reason">Why it could not be taken in.</param>
/// <param name="ParkedAt">When it was last tried.</param>
/// <param name="RetryAsked">Whether another try was asked for and is still to come.</param>
[Name("ParkedEvent")]
public sealed record ParkedEventView(string Position, string Stream, string Event, string Reason, DateTimeOffset ParkedAt, bool RetryAsked)
{
    internal static ParkedEventView From(ParkedPlace place) =>
        new($"{place.Position}", place.Stream, place.Event, place.Reason, place.ParkedAt, place.IsAskedFor);
}
