using Campaigns.Api.GraphQL;
using Campaigns.Grains.History;
using Campaigns.Projections.Reading;
using GraphQL;

namespace Campaigns.Api.History;

/// <summary>A moment of the past: either a time or a position. One that is still to come is the same as now.</summary>
/// <param name="At">With all that was decided until then.</param>
/// <param name="Position">With all that stands in the log up to this position, as a receipt or a history entry carries it.</param>
[OneOf]
public sealed record AsOfInput(DateTimeOffset? At = null, string? Position = null)
{
    /// <exception cref="RequestFailure">BAD_USER_INPUT: it is no position.</exception>
    internal Moment ToMoment() =>
        this switch
        {
            { At: { } at, Position: null } => new Moment.Instant(at),
            { At: null, Position: { } position } when ReadConsistency.IsPosition(position) => new Moment.Place(position),
            { At: null, Position: { } } => throw RequestFailure.BadInput(
                "asOf",
                "Its position must be that of a receipt or a history entry."
            ),
            _ => throw RequestFailure.BadInput("asOf", "Give either a time or a position."),
        };
}
