using Campaigns.Api.GraphQL;
using Campaigns.Grains;

namespace Campaigns.Api.Commands;

/// <summary>That a command is carried out, and durably so.</summary>
/// <param name="Version">How many events its object has now.</param>
/// <param name="Position">Where its change stands in the log, opaque. Give it to a query as `atLeast` to read what you wrote.</param>
public sealed record CommandReceipt(int Version, string Position);

/// <summary>Turns a grain's outcome into a payload.</summary>
internal static class Outcomes
{
    /// <summary>The payload of an outcome.</summary>
    /// <param name="outcome">How the command ended.</param>
    /// <param name="payload">Makes the payload of a receipt, or null, and of errors.</param>
    /// <exception cref="RequestFailure">UNAVAILABLE: the command may or may not be carried out; repeat it with its id.</exception>
    public static T ToPayload<T>(this Outcome outcome, Func<CommandReceipt?, IReadOnlyList<ICommandError>, T> payload) =>
        outcome switch
        {
            Outcome.Accepted yes => payload(new((int)yes.Version, yes.Position), []),
            Outcome.Refused no => payload(null, [CommandErrors.From(no.Refusal)]),
            Outcome.Unavailable busy => throw RequestFailure.Unavailable(busy.RetryAfter),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
