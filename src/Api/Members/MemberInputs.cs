using Campaigns.Api.Commands;
using Campaigns.Domain;
using Campaigns.Grains;

namespace Campaigns.Api.Members;

/// <summary>Whose name and address to erase.</summary>
/// <param name="UserId">Who, `user_…`.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ErasePersonInput(ActorId UserId, CommandId? CommandId = null);

/// <summary>What came of erasing someone.</summary>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record ErasePersonPayload(CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    internal static ErasePersonPayload From(Outcome outcome) =>
        outcome.ToPayload((receipt, errors) => new ErasePersonPayload(receipt, errors));
}
