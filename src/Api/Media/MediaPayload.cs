using Campaigns.Api.Commands;
using Campaigns.Grains;

namespace Campaigns.Api.Media;

/// <summary>What came of a command to a file.</summary>
/// <param name="Key">Which file; null when it was refused.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record MediaPayload(string? Key, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    internal static MediaPayload From(Outcome outcome, string key) =>
        outcome.ToPayload((receipt, errors) => new MediaPayload(receipt is null ? null : key, receipt, errors));
}
