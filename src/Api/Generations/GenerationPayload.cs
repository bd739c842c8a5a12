using Campaigns.Api.Commands;
using Campaigns.Domain.Generations;
using Campaigns.Grains;

namespace Campaigns.Api.Generations;

/// <summary>What came of a command to an AI job.</summary>
/// <param name="GenerationId">Which; null when it was refused.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record GenerationPayload(GenerationId? GenerationId, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    internal static GenerationPayload From(Outcome outcome, GenerationId id) =>
        outcome.ToPayload((receipt, errors) => new GenerationPayload(receipt is null ? null : id, receipt, errors));
}
