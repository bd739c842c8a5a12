using Campaigns.Projections.Engine;
using GraphQL;

namespace Campaigns.Api.Operations;

/// <summary>An event that a projection could not take in. Whose it is is told, by the stream; what it says is not.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Stream">The stream it belongs to: its kind, its tenant and its id.</param>
/// <param name="Event">Its stored name.</param>
/// <param name="Build">Where it is missing.</param>
/// <param name="Reason">Why it could not be taken in: the kind of failure. The log of the server says more.</param>
/// <param name="ParkedAt">When it was last tried.</param>
/// <param name="RetryAsked">Whether another try was asked for and is still to come.</param>
[Name("ParkedEvent")]
public sealed record ParkedEventView(
    string Position,
    string Stream,
    string Event,
    ParkedIn Build,
    string Reason,
    DateTimeOffset ParkedAt,
    bool RetryAsked
)
{
    internal static ParkedEventView From(ParkedPlace place) =>
        new(
            $"{place.Position}",
            place.Stream,
            place.Event,
            place.IsBuilding ? ParkedIn.Building : ParkedIn.Live,
            place.Reason,
            place.ParkedAt,
            place.IsAskedFor
        );
}

/// <summary>A build of a projection.</summary>
public enum ParkedIn
{
    /// <summary>The one that is read.</summary>
    Live,

    /// <summary>The one that grows beside it.</summary>
    Building,
}
